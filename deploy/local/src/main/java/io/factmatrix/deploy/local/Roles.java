package io.factmatrix.deploy.local;

import io.factmatrix.kit.merchant.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --role}. */
final class Roles implements ITypeConverter<Role> {

    @Override
    public Role convert(String value) {
        return Role.of(value)
                .orElseThrow(() -> new TypeConversionException("role: " + value + " (expected: one of "
                        + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", ")) + ")"));
    }
}
