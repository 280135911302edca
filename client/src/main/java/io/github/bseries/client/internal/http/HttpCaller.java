// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.core.pair.ApplianceAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls to one address. Each call is sent at most once, on a connection of its own.
 *
 * <p>Everything by which the HTTP library would send a request again is off: repeats after a broken
 * connection, redirects, HTTP/2, and {@code Retry-After}, which it is kept from seeing (decision
 * 0002). Safe for use by several threads.
 */
public final class HttpCaller implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpCaller.class);

  /** An answer of a command is a few hundred bytes; past this it is something else. */
  private static final int LONGEST_ANSWER = 1 << 20;

  private static final MediaType JSON = MediaType.get("application/json");

  /** What is said of a call that was begun, and that closing has ended. */
  public static final String CLOSED_MEANWHILE = "the client was closed while the call was running";

  static final String CANNOT_BE_TAKEN = "the HTTP library cannot take what came";

  private final OkHttpClient client;
  private final ApplianceAddress address;
  private final String userAgent;
  private final Duration connectTimeout;
  private final HostLookup lookup;
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Makes a caller. Opens no connection.
   *
   * @param trust which certificates are believed
   * @param connectTimeout for one TCP connection, and again for each wait in its TLS handshake
   * @param lookup finds the IP addresses, for each call anew
   * @throws IllegalArgumentException if the name to send is no host name
   */
  public HttpCaller(
      ApplianceAddress address,
      Trust trust,
      Duration connectTimeout,
      String userAgent,
      HostLookup lookup) {
    checkName(address);
    this.lookup = lookup;
    this.address = address;
    this.connectTimeout = connectTimeout;
    this.userAgent = userAgent;
    this.client =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionSpecs(
                List.of(address.tls() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT))
            .sslSocketFactory(trust.socketFactory(), trust.manager())
            .proxy(Proxy.NO_PROXY)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(connectTimeout)
            .build();
  }

  /**
   * Makes a call whose answer is short.
   *
   * @throws IllegalStateException if this caller is closed
   */
  public HttpResult<byte[]> send(HttpCall call) {
    try {
      return send(call, HttpCaller::readShort);
    } catch (TooLong e) {
      return new HttpResult.Failed<>(
          true, HttpResult.Progress.ANSWER_BEGUN, false, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a call, and hands its answer to the reader while it comes in.
   *
   * @throws IOException what the reader throws by itself
   * @throws IllegalStateException if this caller is closed
   */
  public <T> HttpResult<T> send(HttpCall call, BodyReader<T> reader) throws IOException {
    CallTrace trace = new CallTrace(connectTimeout);
    Call running = client(call, trace).newCall(request(call));
    this.running.add(running);
    try {
      checkOpen();
      return receive(running, trace, reader);
    } catch (BodyStream.BrokenOff e) {
      return failed(call, trace, e, "the answer broke off after " + e.afterBytes() + " bytes");
    } catch (Unsent e) {
      return failed(call, trace, e, null);
    } finally {
      this.running.remove(running);
    }
  }

  /**
   * Checks that calls can be made.
   *
   * @throws IllegalStateException if this caller is closed
   */
  public void checkOpen() {
    if (closed) {
      throw new ClosedException("the client of " + address + " is closed");
    }
  }

  /** This caller is closed, and nothing of the call was sent. */
  public static final class ClosedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ClosedException(String message) {
      super(message);
    }
  }

  /** Returns whether this caller is closed. */
  public boolean isClosed() {
    return closed;
  }

  private <T> HttpResult<T> receive(Call call, CallTrace trace, BodyReader<T> reader)
      throws IOException {
    try (Response response = execute(call);
        InputStream body = new BodyStream(response.body().byteStream())) {
      AnswerHead head = head(response, trace);
      LOG.debug("{} {}: status {}", call.request().method(), call.request().url(), head.status());
      T made = reader.read(head, body);
      return new HttpResult.Answered<>(head, made);
    }
  }

  private static Response execute(Call call) throws Unsent {
    try {
      return call.execute();
    } catch (IOException e) {
      throw new Unsent(e);
    } catch (RuntimeException e) {
      // A call that was begun has a result, even where the library stumbles over what came.
      throw new Unsent(new IOException(CANNOT_BE_TAKEN, e));
    } catch (Exception e) {
      // Kotlin declares no exceptions, and an interrupted wait for a connection throws just that.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new Unsent(new InterruptedIOException());
    }
  }

  private <T> HttpResult<T> failed(
      HttpCall call, CallTrace trace, IOException e, @Nullable String prefix) {
    Fault fault = closed ? Fault.CLOSED : Fault.of(e, address);
    String reason = prefix == null ? fault.reason() : prefix + ": " + fault.reason();
    LOG.debug("{} at {} failed: {}", call, address, reason);
    HttpResult.Progress progress = trace.progress();
    if (fault.ours() && progress == HttpResult.Progress.SILENT) {
      progress = HttpResult.Progress.GIVEN_UP;
    }
    return new HttpResult.Failed<>(trace.isRequestBegun(), progress, fault.retryable(), reason);
  }

  private OkHttpClient client(HttpCall call, CallTrace trace) {
    return client
        .newBuilder()
        .dns(name -> addresses(call))
        .socketFactory(trace.sockets())
        .eventListener(trace)
        .addNetworkInterceptor(trace::takeRetryAfter)
        .callTimeout(call.totalTimeout())
        .readTimeout(call.idleTimeout())
        .writeTimeout(call.idleTimeout())
        .build();
  }

  /** The name in the URL is the site's; where the call goes is another matter. */
  private List<InetAddress> addresses(HttpCall call) throws UnknownHostException {
    InetAddress server = call.server();
    List<InetAddress> found =
        server == null ? lookup.addressesOf(address, call.totalTimeout()) : List.of(server);
    if (!address.tls() && !found.stream().allMatch(InetAddress::isLoopbackAddress)) {
      throw new UnknownHostException(address.host() + " leads away from this machine");
    }
    return found;
  }

  private static void checkName(ApplianceAddress address) {
    try {
      new HttpUrl.Builder().scheme("https").host(address.name()).build();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          address + " cannot be called: " + address.name() + " is no host name", e);
    }
  }

  private Request request(HttpCall call) {
    HttpUrl.Builder url =
        new HttpUrl.Builder()
            .scheme(address.tls() ? "https" : "http")
            .host(address.name())
            .port(address.port())
            .encodedPath(call.path());
    Request.Builder request =
        new Request.Builder()
            .header("User-Agent", userAgent)
            // The vendor demands it after each call (decision 0003).
            .header("Connection", "close")
            .header("Accept-Encoding", "identity");
    String authorization = call.authorization();
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    TreeMap<String, String> parameters = new TreeMap<>(call.parameters());
    byte[] json = call.json();
    if (json != null) {
      request.post(RequestBody.create(json, JSON));
    } else if (call.isPost()) {
      FormBody.Builder form = new FormBody.Builder();
      parameters.forEach(form::add);
      request.post(form.build());
    } else {
      parameters.forEach(url::addQueryParameter);
    }
    return request.url(url.build()).build();
  }

  private static AnswerHead head(Response response, CallTrace trace) {
    return new AnswerHead(
        response.code(),
        AnswerHeaders.moment(response.headers(), "Date"),
        response.header("Content-Encoding"),
        trace.server(),
        trace.retryAfter(),
        AnswerHeaders.number(response.headers(), "X-RateLimit-Remaining"),
        AnswerHeaders.number(response.headers(), "X-RateLimit-Limit"),
        response.header("Content-Disposition"),
        response.body().contentLength() < 0 ? null : response.body().contentLength(),
        "chunked".equalsIgnoreCase(response.header("Transfer-Encoding")));
  }

  /** Where the length is told, and not overruled by chunks, the room for it is enough. */
  private static byte[] readShort(AnswerHead head, InputStream body) throws IOException {
    Long told = head.bodyBytes();
    int most =
        told == null || head.chunked() ? LONGEST_ANSWER : (int) Math.min(told, LONGEST_ANSWER);
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > LONGEST_ANSWER) {
      throw new TooLong();
    }
    return bytes;
  }

  /** Ends the calls that are running; each returns as failed. A second time it does nothing. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Call::cancel);
    lookup.close();
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  /** The library gave no answer. */
  private static final class Unsent extends IOException {

    private static final long serialVersionUID = 1L;

    Unsent(IOException cause) {
      super(cause);
    }
  }

  private static final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;

    TooLong() {
      super("the answer is longer than " + LONGEST_ANSWER + " bytes");
    }
  }
}
