package io.factmatrix.deploy.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where the five programs in this JVM log to, and how much. */
public final class Logs {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] %logger{36}: %msg%n";

    private Logs() {}

    /** Nowhere. */
    public static void off() {
        root(Level.OFF);
    }

    /** Warnings into that file; when verbose more, and on stderr, too. */
    public static void into(Path file, boolean verbose) {
        // Each of the five would set up logging anew, for all.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var root = root(verbose ? Level.INFO : Level.WARN);
        var log = new FileAppender<ILoggingEvent>();
        log.setFile(file.toString());
        add(root, log);
        if (verbose) {
            var console = new ConsoleAppender<ILoggingEvent>();
            console.setTarget("System.err");
            add(root, console);
        }
    }

    private static Logger root(Level level) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        return root;
    }

    private static void add(Logger root, OutputStreamAppender<ILoggingEvent> appender) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(root.getLoggerContext());
        appender.setEncoder(encoder);
        appender.start();
        root.addAppender(appender);
    }
}
