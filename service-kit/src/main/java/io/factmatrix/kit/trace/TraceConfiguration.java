package io.factmatrix.kit.trace;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spans are sent nowhere unless a collector is named, and never without {@link DiscreetExporter}. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

    @Bean
    SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(exporters
                .orderedStream()
                .<SpanExporter>map(DiscreetExporter::new)
                .toList());
    }
}
