package io.factmatrix.ledger.domain.event;

/** The people of a live session, each a part of the one before: counted heads, never mixed with counters. */
public enum People {
    EXPOSED("exposed"),
    ENTERED("entered"),
    SAW_PRODUCT("sawProduct"),
    CLICKED_PRODUCT("clickedProduct"),
    BOUGHT("bought");

    private final String member;

    People(String member) {
        this.member = member;
    }

    /** The member of {@code people}. */
    public String member() {
        return member;
    }
}
