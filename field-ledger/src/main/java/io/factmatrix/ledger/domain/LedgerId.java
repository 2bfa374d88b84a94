package io.factmatrix.ledger.domain;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;

/** Whose ledger, of which field. */
public record LedgerId(MerchantId merchant, Field field) {}
