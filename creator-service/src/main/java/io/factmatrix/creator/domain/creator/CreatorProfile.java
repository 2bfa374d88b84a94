package io.factmatrix.creator.domain.creator;

import java.util.List;

/**
 * What the merchant says of a creator.
 *
 * @param categories of goods that the creator is known for, in the merchant's words
 */
public record CreatorProfile(
        String name,
        Account account,
        Tier tier,
        List<String> categories,
        Prices prices,
        Audience audience,
        Past past) {}
