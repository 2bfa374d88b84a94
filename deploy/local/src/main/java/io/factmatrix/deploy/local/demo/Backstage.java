package io.factmatrix.deploy.local.demo;

import java.io.IOException;

/**
 * What stands behind the events, all of it told through the public API: the merchant's studio, its alliance of creators, its promotion, its evenings with KOLs.
 *
 * @param session that was reviewed
 * @param screening of creators
 * @param campaign that is over
 * @param engagement that was settled
 */
public record Backstage(String session, String screening, String campaign, String engagement) {

    /** Of a merchant whose events are there; what was told already is not told again. */
    public static Backstage of(MerchantApi api) throws IOException, InterruptedException {
        return new Backstage(Studio.run(api), Alliance.run(api), Promotion.run(api), Head.run(api));
    }
}
