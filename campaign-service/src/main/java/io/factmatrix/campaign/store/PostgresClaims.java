package io.factmatrix.campaign.store;

import io.factmatrix.campaign.domain.claim.Claim;
import io.factmatrix.campaign.domain.claim.ClaimFilter;
import io.factmatrix.campaign.domain.claim.ClaimId;
import io.factmatrix.campaign.domain.claim.ClaimState;
import io.factmatrix.campaign.domain.claim.Claims;
import io.factmatrix.campaign.domain.claim.Standing;
import io.factmatrix.campaign.domain.claim.Wanted;
import io.factmatrix.campaign.domain.offer.OfferId;
import io.factmatrix.campaign.domain.offer.Tally;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims in PostgreSQL, and how many of an offer they take, in its row: both change in one statement. */
public final class PostgresClaims implements Claims {

    private final JdbcClient jdbc;

    public PostgresClaims(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Instant now() {
        return jdbc.sql("select date_trunc('milliseconds', clock_timestamp())")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    public Optional<Claim> find(MerchantId merchant, OfferId offer, ClaimId claim) {
        return jdbc.sql("""
                        select * from claim
                        where merchant_id = :merchant and offer_id = :offer and claim_id = :claim
                        """)
                .param("merchant", merchant.value())
                .param("offer", offer.value())
                .param("claim", claim.value())
                .query(PostgresClaims::claim)
                .optional();
    }

    @Override
    public Standing standing(MerchantId merchant, OfferId offer, ClaimId claim, String buyer) {
        return jdbc.sql("""
                        with moment as materialized (select date_trunc('milliseconds', clock_timestamp()) as now)
                        select now, confirmed, claims,
                            claimed - coalesce((
                                select sum(quantity) from claim
                                where merchant_id = :merchant and offer_id = :offer
                                    and state = 'held' and expires_at <= now), 0) as claimed,
                            coalesce((
                                select sum(quantity) from claim
                                where merchant_id = :merchant and offer_id = :offer and buyer = :buyer
                                    and state in ('held', 'confirmed') and (state = 'confirmed' or expires_at > now)), 0) as of_buyer,
                            exists (
                                select from claim
                                where merchant_id = :merchant and offer_id = :offer and claim_id = :claim) as known
                        from offer, moment where merchant_id = :merchant and offer_id = :offer
                        """)
                .param("merchant", merchant.value())
                .param("offer", offer.value())
                .param("claim", claim.value())
                .param("buyer", buyer)
                .query((row, number) -> new Standing(
                        new Row(row).instant("now"),
                        new Tally(row.getLong("claimed"), row.getLong("confirmed")),
                        row.getLong("of_buyer"),
                        row.getLong("claims"),
                        row.getBoolean("known")))
                .single();
    }

    @Override
    public void add(MerchantId merchant, Claim claim) {
        jdbc.sql("""
                        with expired as (
                            update claim set state = 'expired'
                            where merchant_id = :merchant and offer_id = :offer and state = 'held' and expires_at <= :claimedAt
                            returning quantity),
                        made as (
                            insert into claim (merchant_id, offer_id, claim_id, number, buyer, quantity, order_id, state, claimed_at, expires_at)
                            values (:merchant, :offer, :claim, :number, :buyer, :quantity, :order, :state, :claimedAt, :expiresAt))
                        update offer set claims = :number,
                            claimed = claimed + :quantity - coalesce((select sum(quantity) from expired), 0)
                        where merchant_id = :merchant and offer_id = :offer
                        """)
                .param("merchant", merchant.value())
                .param("offer", claim.offer().value())
                .param("claim", claim.id().value())
                .param("number", claim.number())
                .param("buyer", claim.wanted().buyer())
                .param("quantity", claim.wanted().quantity())
                .param("order", claim.wanted().order())
                .param("state", claim.state().word())
                .param("claimedAt", time(claim.claimedAt()))
                .param("expiresAt", time(claim.expiresAt()))
                .update();
    }

    @Override
    public void replace(MerchantId merchant, Claim before, Claim after) {
        long quantity = after.wanted().quantity();
        jdbc.sql("""
                        with moved as (
                            update claim set state = :state, confirmed_at = :confirmedAt, released_at = :releasedAt
                            where merchant_id = :merchant and offer_id = :offer and claim_id = :claim)
                        update offer set claimed = claimed + :claimed, confirmed = confirmed + :confirmed
                        where merchant_id = :merchant and offer_id = :offer
                        """)
                .param("merchant", merchant.value())
                .param("offer", after.offer().value())
                .param("claim", after.id().value())
                .param("state", after.state().word())
                .param("confirmedAt", time(after.confirmedAt()))
                .param("releasedAt", time(after.releasedAt()))
                .param("claimed", quantity * (taken(after) - taken(before)))
                .param("confirmed", quantity * (confirmed(after) - confirmed(before)))
                .update();
    }

    private static int taken(Claim claim) {
        return claim.state().takes() ? 1 : 0;
    }

    private static int confirmed(Claim claim) {
        return claim.state() == ClaimState.CONFIRMED ? 1 : 0;
    }

    @Override
    public Tally settle(MerchantId merchant, OfferId offer) {
        return jdbc.sql("""
                        with expired as (
                            update claim set state = 'expired'
                            where merchant_id = :merchant and offer_id = :offer
                                and state = 'held' and expires_at <= date_trunc('milliseconds', clock_timestamp())
                            returning quantity)
                        update offer set claimed = claimed - coalesce((select sum(quantity) from expired), 0)
                        where merchant_id = :merchant and offer_id = :offer
                        returning claimed, confirmed
                        """)
                .param("merchant", merchant.value())
                .param("offer", offer.value())
                .query((row, number) -> new Tally(row.getLong("claimed"), row.getLong("confirmed")))
                .single();
    }

    @Override
    public List<Claim> list(
            MerchantId merchant, OfferId offer, ClaimFilter filter, long before, Instant now, int limit) {
        var state = filter.state();
        return jdbc.sql(
                        """
                        select * from claim
                        where merchant_id = :merchant and offer_id = :offer and number < :before%s%s
                        order by number desc limit :limit
                        """.formatted(
                                        filter.buyer() == null ? "" : " and buyer = :buyer",
                                        state == null
                                                ? ""
                                                : " and case when state = 'held' and expires_at <= :now then 'expired' else state end = :state"))
                .param("merchant", merchant.value())
                .param("offer", offer.value())
                .param("before", before)
                .param("buyer", filter.buyer())
                .param("state", state == null ? null : state.word())
                .param("now", time(now))
                .param("limit", limit)
                .query(PostgresClaims::claim)
                .list();
    }

    private static Claim claim(ResultSet result, int number) throws SQLException {
        var row = new Row(result);
        return new Claim(
                new OfferId(row.text("offer_id")),
                new ClaimId(row.text("claim_id")),
                row.number("number"),
                new Wanted(row.text("buyer"), row.number("quantity"), row.optionalText("order_id")),
                row.word("state", ClaimState.class),
                row.instant("claimed_at"),
                row.instant("expires_at"),
                row.optionalInstant("confirmed_at"),
                row.optionalInstant("released_at"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
