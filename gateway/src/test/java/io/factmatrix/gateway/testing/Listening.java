package io.factmatrix.gateway.testing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events, as the <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">standard</a> has it. */
public final class Listening implements Subscriber<String>, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One event. */
    public record Event(String id, String name, String data) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final CompletableFuture<ResponseInfo> head = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse<Void>> answer;

    private volatile @Nullable Subscription subscription;
    private volatile int retry;
    private String id = "";
    private String name = "message";
    private @Nullable String data;

    public Listening(HttpRequest request) {
        answer = HTTP.sendAsync(request, begun -> {
            head.complete(begun);
            return BodySubscribers.fromLineSubscriber(this);
        });
    }

    public List<Event> events() {
        return events;
    }

    public int comments() {
        return comments.get();
    }

    /** Milliseconds that the server asks for before a new attempt; 0 when it did not. */
    public int retry() {
        return retry;
    }

    public int status() {
        return head.join().statusCode();
    }

    public Map<String, List<String>> headers() {
        return head.join().headers().map();
    }

    /** Completes when the server has ended the stream as HTTP ends an answer; fails when it broke off. */
    public CompletableFuture<Void> end() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        int colon = line.indexOf(':');
        if (line.isEmpty()) {
            dispatch();
        } else if (colon == 0) {
            comments.incrementAndGet();
        } else {
            take(line.substring(0, colon), line.substring(colon + 1).stripLeading());
        }
    }

    private void take(String field, String value) {
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> data = data == null ? value : data + "\n" + value;
            case "retry" -> retry = Integer.parseInt(value);
            default -> throw new IllegalStateException("Not a field: " + field);
        }
    }

    private void dispatch() {
        var whole = data;
        if (whole != null) {
            events.add(new Event(id, name, whole));
        }
        data = null;
        name = "message";
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    /** Goes without a word. */
    @Override
    public void close() {
        var begun = subscription;
        if (begun != null) {
            begun.cancel();
        }
        answer.cancel(true);
    }
}
