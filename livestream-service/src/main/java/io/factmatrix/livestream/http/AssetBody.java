package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.livestream.domain.session.Asset;
import java.util.List;

/** Assets as JSON. */
final class AssetBody {

    private static final int MOST = 20;
    private static final int LONGEST_REFERENCE = 500;

    private AssetBody() {}

    /** The member {@code assets}; none where it is absent. */
    static List<Asset> read(Members members) throws Refused {
        return members.objects(
                "assets", MOST, asset -> new Asset(asset.text("kind"), asset.prose("reference", LONGEST_REFERENCE)));
    }
}
