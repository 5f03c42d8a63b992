package io.dronedelivery.chassis.json;

import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Boolean;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Float;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Integer;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.String;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;

/** A text, number or boolean is of the JSON type that the description says: none is made of a value of another type. */
final class ScalarTypes {
    private ScalarTypes() {}

    static void keepIn(ObjectMapper mapper) {
        refuse(mapper, LogicalType.Textual, Boolean, Integer, Float);
        refuse(mapper, LogicalType.Boolean, String, Integer, Float);
        refuse(mapper, LogicalType.Integer, String, Boolean, Float);
        refuse(mapper, LogicalType.Float, String, Boolean);
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... others) {
        for (CoercionInputShape other : others) {
            mapper.coercionConfigFor(type).setCoercion(other, CoercionAction.Fail);
        }
    }
}
