package io.factmatrix.creator.http;

import io.factmatrix.creator.domain.creator.Account;
import io.factmatrix.creator.domain.creator.Audience;
import io.factmatrix.creator.domain.creator.CreatorProfile;
import io.factmatrix.creator.domain.creator.Past;
import io.factmatrix.creator.domain.creator.Platform;
import io.factmatrix.creator.domain.creator.Prices;
import io.factmatrix.creator.domain.creator.Tier;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;

/** Creators as JSON. */
final class CreatorBody {

    static final int MOST_CATEGORIES = 20;
    static final int LONGEST_CATEGORY = 40;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_HANDLE = 64;

    private CreatorBody() {}

    static CreatorProfile read(Members members) throws Refused {
        return new CreatorProfile(
                members.prose("name", LONGEST_NAME),
                new Account(
                        members.word("platform", word -> Word.of(Platform.class, word), Word.all(Platform.class)),
                        members.prose("handle", LONGEST_HANDLE)),
                members.word("tier", word -> Word.of(Tier.class, word), Word.all(Tier.class)),
                members.proses("categories", MOST_CATEGORIES, LONGEST_CATEGORY),
                Prices.read(members.object("prices")),
                Audience.read(members.object("audience")),
                Past.read(members.object("past")));
    }
}
