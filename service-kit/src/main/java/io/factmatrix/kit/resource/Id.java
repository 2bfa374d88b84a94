package io.factmatrix.kit.resource;

/** The id of a resource; a type of its own for each {@link Kind}. */
public interface Id {

    String value();
}
