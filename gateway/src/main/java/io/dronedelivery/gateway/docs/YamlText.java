package io.dronedelivery.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes JSON as YAML that people can read, texts of several lines as such. */
final class YamlText {
    private YamlText() {}

    static String of(JsonNode json) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(new Lines(options), options).dump(Json.MAPPER.convertValue(json, Object.class));
    }

    private static final class Lines extends Representer {
        Lines(DumperOptions options) {
            super(options);
            representers.put(String.class, text -> represent((String) text));
        }

        private Node represent(String text) {
            boolean literal = text.contains("\n");
            return literal ? representScalar(Tag.STR, text, ScalarStyle.LITERAL) : representScalar(Tag.STR, text);
        }
    }
}
