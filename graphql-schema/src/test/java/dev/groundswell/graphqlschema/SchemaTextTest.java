package dev.groundswell.graphqlschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.ParseAndValidate;
import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SchemaTextTest {

    private static final Path ROOT = Path.of(System.getProperty("groundswell.root", ".."));
    private static final Path FILES = ROOT.resolve("graphql-schema/src/main/resources/graphql");
    private static final Path EXAMPLES = ROOT.resolve("graphql-schema/examples");
    private static final Path CONTRACT = ROOT.resolve("../shared/design/graphql-contract.graphqls");

    /** What of the contract is there already, whole. */
    private static final List<String> WHOLE =
            List.of("Store", "Granularity", "Money", "OrderStatus", "SalesMetrics", "SalesPoint", "SalesFigures");

    /** Fields whose arguments take more than the sketch says, and all that it says: a rule may come as text too. */
    private static final List<String> WIDENED = List.of("segmentPreview");

    private final TypeDefinitionRegistry definitions = new SchemaParser().parse(SchemaText.complete());
    private final GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(definitions);

    @Nested
    class The_text {

        @Test
        void holds_every_file_of_the_folder() throws IOException {
            try (var files = Files.list(FILES)) {
                assertThat(files.map(file -> file.getFileName().toString().replace(".graphqls", "")))
                        .containsExactlyInAnyOrderElementsOf(SchemaText.TOPICS);
            }
        }

        @Test
        void says_what_is_missing_where_a_topic_has_no_file() {
            assertThatThrownBy(() -> SchemaText.of("weather")).hasMessageContaining("/graphql/weather.graphqls");
        }
    }

    @Nested
    class Every_public_thing {

        @Test
        void has_a_description() {
            var silent = new ArrayList<String>();
            ours().forEach(element -> {
                note(silent, element.getName(), element);
                switch (element) {
                    case GraphQLFieldsContainer type -> noteFields(silent, type);
                    case GraphQLInputObjectType input ->
                        input.getFields()
                                .forEach(field -> note(silent, input.getName() + "." + field.getName(), field));
                    case GraphQLEnumType choice ->
                        choice.getValues()
                                .forEach(value -> note(silent, choice.getName() + "." + value.getName(), value));
                    default -> {}
                }
            });
            assertThat(silent).isEmpty();
        }

        @Test
        void can_be_reached_from_the_root() {
            assertThat(ours().map(GraphQLNamedSchemaElement::getName))
                    .as("types that no field leads to are dropped by tools, so they do not belong here")
                    .allMatch(name -> name.equals("Query") || name.equals("Mutation") || isUsed(name));
        }

        @Test
        void that_is_a_scalar_of_ours_names_its_specification() {
            assertThat(definitions.scalars().values().stream()
                            .filter(scalar -> scalar.getSourceLocation() != null
                                    && !scalar.getDirectives("specifiedBy").isEmpty())
                            .map(scalar -> scalar.getName()))
                    .containsExactlyInAnyOrder("DateTime", "Date", "Decimal", "CurrencyCode", "Long", "JSONObject");
        }

        private boolean isUsed(String name) {
            return Stream.of(SchemaText.complete().split("\n"))
                    .anyMatch(line -> line.matches(".*:\\s*\\[?" + name + "[!\\]\\s].*|.*:\\s*" + name + "$"));
        }
    }

    @Nested
    class An_example {

        @ParameterizedTest
        @MethodSource("dev.groundswell.graphqlschema.SchemaTextTest#examples")
        void is_valid(Path example) throws IOException {
            var document = Parser.parse(Files.readString(example));

            assertThat(ParseAndValidate.validate(schema, document, Locale.ENGLISH))
                    .isEmpty();
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.graphqlschema.SchemaTextTest#examples")
        void is_one_named_operation_with_a_file_of_variables(Path example) throws IOException {
            var operations = Parser.parse(Files.readString(example)).getDefinitionsOfType(OperationDefinition.class);

            assertThat(operations).hasSize(1).allMatch(operation -> operation.getName() != null);
            assertThat(Path.of(example.toString().replace(".graphql", ".variables.json")))
                    .exists();
        }
    }

    @Nested
    class The_contract_with_front_ends {

        private final TypeDefinitionRegistry contract = contract();

        @Test
        void is_kept_whole_for_what_is_there() {
            for (var name : WHOLE) {
                assertThat(members(definitions, name)).as(name).containsAll(members(contract, name));
            }
        }

        @Test
        void has_the_same_types_wherever_both_name_a_field() {
            for (TypeDefinition<?> type : contract.types().values()) {
                var ours = members(definitions, type.getName());
                var names = ours.stream().map(SchemaTextTest::name).toList();
                var shared = members(contract, type.getName()).stream()
                        .filter(member -> names.contains(name(member)) && !WIDENED.contains(name(member)))
                        .toList();
                assertThat(ours).as(type.getName()).containsAll(shared);
            }
        }

        private static TypeDefinitionRegistry contract() {
            assumeTrue(Files.exists(CONTRACT), "Skipped: the sketch of the contract is not beside this repository.");
            try {
                return new SchemaParser().parse(Files.readString(CONTRACT));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    static Stream<Path> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".graphql")).toList().stream();
        }
    }

    private Stream<GraphQLNamedSchemaElement> ours() {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(type ->
                        !List.of("Int", "String", "Boolean", "ID", "Float").contains(type.getName()))
                .map(GraphQLNamedSchemaElement.class::cast);
    }

    private static void noteFields(List<String> silent, GraphQLFieldsContainer type) {
        for (var field : type.getFieldDefinitions()) {
            var name = type.getName() + "." + field.getName();
            note(silent, name, field);
            field.getArguments().forEach(argument -> note(silent, name + "(" + argument.getName() + ")", argument));
        }
    }

    private static void note(List<String> silent, String name, GraphQLNamedSchemaElement element) {
        var description = element.getDescription();
        if (description == null || description.isBlank()) {
            silent.add(name);
        }
    }

    /** The fields or values of a type as the definition language writes them, without descriptions; none if it is not there. */
    private static List<String> members(TypeDefinitionRegistry registry, String type) {
        var members = new ArrayList<String>();
        if (registry.types().get(type) instanceof ObjectTypeDefinition object) {
            object.getFieldDefinitions().forEach(field -> members.add(printed(field)));
        }
        registry.objectTypeExtensions()
                .getOrDefault(type, List.of())
                .forEach(extension -> extension.getFieldDefinitions().forEach(field -> members.add(printed(field))));
        if (registry.types().get(type) instanceof EnumTypeDefinition choice) {
            choice.getEnumValueDefinitions().stream()
                    .map(EnumValueDefinition::getName)
                    .forEach(members::add);
        }
        return members;
    }

    private static String printed(FieldDefinition field) {
        return AstPrinter.printAstCompact(field.transform(builder -> builder.description(null)
                .inputValueDefinitions(field.getInputValueDefinitions().stream()
                        .map(argument -> argument.transform(plain -> plain.description(null)))
                        .toList())));
    }

    private static String name(String member) {
        return member.split("[(:]")[0].strip();
    }
}
