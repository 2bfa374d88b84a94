package io.factmatrix.kit.write;

/**
 * How much a write may bring that is made of lines.
 *
 * @param bytes of the body at most
 * @param lines at most, blank ones not counted
 */
public record LineLimits(int bytes, int lines) {}
