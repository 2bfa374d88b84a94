package io.factmatrix.deploy.local;

import io.factmatrix.kit.merchant.MerchantId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --merchant}. */
final class Merchant implements ITypeConverter<MerchantId> {

    @Override
    public MerchantId convert(String value) {
        try {
            return MerchantId.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
