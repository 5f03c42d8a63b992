package io.dronedelivery.local.replay;

import io.dronedelivery.contracts.Position;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a position from the command line, such as <code>47.3769,8.5417</code>. */
final class PositionConverter implements ITypeConverter<Position> {
    @Override
    public Position convert(String text) {
        String[] parts = text.split(",", -1);
        try {
            return new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw new TypeConversionException(
                    "'" + text + "' is not a latitude and a longitude such as 47.3769,8.5417");
        }
    }
}
