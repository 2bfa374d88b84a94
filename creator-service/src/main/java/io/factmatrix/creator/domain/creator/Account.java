package io.factmatrix.creator.domain.creator;

/**
 * By which a platform knows a creator; no two creators of a merchant have the same.
 *
 * @param handle the platform's name of it
 */
public record Account(Platform platform, String handle) {}
