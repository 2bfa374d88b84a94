package io.factmatrix.gateway.limit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.factmatrix.gateway.guard.Guard;
import io.factmatrix.kit.merchant.MerchantId;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * How many requests of each merchant are taken: a bucket of tokens that fills by so many a second. Redis holds the bucket for all
 * gateways together; each takes a hundredth of it in advance, so that Redis is not asked for every request. Without Redis each
 * has a bucket of its own.
 */
final class Rates {

    private static final Logger log = LoggerFactory.getLogger(Rates.class);

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration IN_ADVANCE_FOR = Duration.ofMillis(100);
    private static final int PARTS = 100;

    private final LimitProperties limits;
    private final Guard redis;
    private final Mono<AsyncProxyManager<byte[]>> buckets;
    private final LoadingCache<MerchantId, Mono<AsyncBucketProxy>> ofAll;
    private final LoadingCache<MerchantId, Bucket> ofThisGateway;

    /**
     * @param buckets those in Redis; called off the event loop, and again until it succeeds
     */
    Rates(LimitProperties limits, Guard redis, Supplier<AsyncProxyManager<byte[]>> buckets) {
        this.limits = limits;
        this.redis = redis;
        // Not called off by whoever does not wait for it: the connection is everybody's.
        this.buckets = Mono.fromFuture(
                        () -> CompletableFuture.supplyAsync(buckets, Schedulers.boundedElastic()::schedule), true)
                .cacheInvalidateIf(connected -> false);
        this.ofAll = Caffeine.newBuilder().expireAfterAccess(KEPT).build(this::bucketOfAll);
        this.ofThisGateway = Caffeine.newBuilder().expireAfterAccess(KEPT).build(this::bucketOfThisGateway);
    }

    /** Takes a request of that merchant, if there is one left to be taken. */
    Mono<ConsumptionProbe> take(MerchantId merchant) {
        var counted = ofAll.get(merchant)
                .flatMap(bucket -> Mono.fromFuture(() -> bucket.tryConsumeAndReturnRemaining(1), true));
        return redis.around(counted).onErrorResume(away -> {
            log.debug("Redis: {}", away.toString());
            return Mono.fromSupplier(() -> ofThisGateway.get(merchant).tryConsumeAndReturnRemaining(1));
        });
    }

    LimitProperties.Requests of(MerchantId merchant) {
        return limits.of(merchant.value());
    }

    private Mono<AsyncBucketProxy> bucketOfAll(MerchantId merchant) {
        var requests = of(merchant);
        // Named by its size, so that one of another size is another bucket.
        var key = "requests:{%s}:%d:%d".formatted(merchant, requests.perSecond(), requests.burst());
        var size = BucketConfiguration.builder().addLimit(size(requests)).build();
        var inAdvance = new DelayParameters(Math.max(1, requests.burst() / PARTS), IN_ADVANCE_FOR);
        return buckets.map(connected -> connected
                        .builder()
                        .withOptimization(Optimizations.delaying(inAdvance))
                        .build(key.getBytes(US_ASCII), () -> CompletableFuture.completedFuture(size)))
                .cacheInvalidateIf(made -> false);
    }

    private Bucket bucketOfThisGateway(MerchantId merchant) {
        return Bucket.builder().addLimit(size(of(merchant))).build();
    }

    private static Bandwidth size(LimitProperties.Requests requests) {
        return Bandwidth.builder()
                .capacity(requests.burst())
                .refillGreedy(requests.perSecond(), Duration.ofSeconds(1))
                .build();
    }
}
