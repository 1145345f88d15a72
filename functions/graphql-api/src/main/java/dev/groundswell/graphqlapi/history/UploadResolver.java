package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.Upload;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

public final class UploadResolver extends ObjectResolver<Upload> {

    public UploadResolver() {
        super("Upload", Upload.class);
    }

    @Override
    protected Object resolve(String field, Upload upload, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> upload.id().value();
            case "parts" -> upload.parts();
            case "validUntil" -> upload.validUntil();
            default -> throw withoutCase(field);
        };
    }
}
