package io.factmatrix.deploy.bench;

import java.time.Duration;

/**
 * How much is done.
 *
 * @param rounds that count
 * @param warmUps rounds before them that do not
 * @param span of one way of ingest in one round
 * @param merchants that the ingest is divided among
 * @param events that the merchant of the view benchmarks has
 */
record Scale(int rounds, int warmUps, Duration span, int merchants, int touchpoints, int products, long events) {}
