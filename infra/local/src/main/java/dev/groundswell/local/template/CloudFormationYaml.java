package dev.groundswell.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML with CloudFormation's short tags: {@code !Ref X} becomes {@code {Ref: X}}, {@code !Sub X} {@code {Fn::Sub: X}}. */
final class CloudFormationYaml {

    private CloudFormationYaml() {}

    static Map<?, ?> read(Path file) {
        try {
            Object document = new Yaml(new TagConstructor()).load(Files.readString(file));
            if (document instanceof Map<?, ?> map) {
                return map;
            }
            throw new TemplateException(file + " is not a template: its top level is not a mapping.");
        } catch (IOException e) {
            throw new TemplateException("The template " + file + " cannot be read: " + e, e);
        } catch (YAMLException e) {
            throw new TemplateException("The template " + file + " is not YAML: " + oneLine(e), e);
        }
    }

    private static String oneLine(YAMLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }

    private static final class TagConstructor extends SafeConstructor {

        TagConstructor() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new ShortTag());
            // A date such as the template's version stays text.
            yamlConstructors.put(Tag.TIMESTAMP, yamlConstructors.get(Tag.STR));
        }

        private final class ShortTag extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                return Map.of(longName(name), value(node));
            }

            private Object value(Node node) {
                return switch (node) {
                    case ScalarNode scalar -> constructScalar(scalar);
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new YAMLException("unexpected node at " + node.getStartMark());
                };
            }
        }

        private static String longName(String tag) {
            return tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
        }
    }
}
