package io.factmatrix.deploy.local.demo;

/** A place where things happen. */
record Touchpoint(Kind kind, Shop shop, String id) {

    static Touchpoint main(Kind kind, String id) {
        return new Touchpoint(kind, Shop.MAIN, id);
    }

    String field() {
        return kind.field();
    }
}
