package dev.groundswell.graphqlapi.schema;

import dev.groundswell.graphqlschema.SchemaText;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Collection;

/** The schema's text with the code behind it. */
public final class ApiSchema {

    private ApiSchema() {}

    /** @param resolvers one for each object type of the schema */
    public static GraphQLSchema of(Collection<ObjectResolver<?>> resolvers) {
        var wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(scalar("DateTime", new DateTimeCoercing()))
                .scalar(scalar("Date", new DateCoercing()))
                .scalar(scalar("Long", new LongCoercing()))
                .scalar(scalar("JSONObject", new JsonObjectCoercing()))
                .scalar(scalar("Decimal", new DecimalCoercing()))
                .scalar(scalar("CurrencyCode", new CurrencyCoercing()));
        for (var resolver : resolvers) {
            wiring.type(TypeRuntimeWiring.newTypeWiring(resolver.type()).defaultDataFetcher(resolver));
        }
        var options = SchemaGenerator.Options.defaultOptions().captureAstDefinitions(false);
        return new SchemaGenerator()
                .makeExecutableSchema(options, new SchemaParser().parse(SchemaText.complete()), wiring.build());
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }
}
