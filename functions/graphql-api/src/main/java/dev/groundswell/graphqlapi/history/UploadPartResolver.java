package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.Upload;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

public final class UploadPartResolver extends ObjectResolver<Upload.Part> {

    public UploadPartResolver() {
        super("UploadPart", Upload.Part.class);
    }

    @Override
    protected Object resolve(String field, Upload.Part part, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "number" -> part.number();
            case "url" -> part.address().toString();
            case "firstByte" -> part.firstByte();
            case "bytes" -> part.bytes();
            default -> throw withoutCase(field);
        };
    }
}
