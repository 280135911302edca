// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bseries.testkit.http.JsonFields.WrongRequest;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * The port by which a running simulator is controlled: JSON over plain HTTP, on this machine only.
 *
 * <p>A web page that is open in a browser of this machine must not be able to drive it. So a
 * request is refused that was made for another name ({@code Host}: a name whose address was changed
 * under the browser), that comes from a page ({@code Origin}), or that has a body of another type
 * than JSON (a form).
 */
final class ControlServer implements AutoCloseable {

  private static final int BODY_BYTES = 1_000_000;
  private static final int PIECE_BYTES = 64 * 1024;
  private static final long DRAINED_BYTES = 100_000_000;
  private static final Pattern ONE_ID = Pattern.compile("id=[^&]+");

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(work -> LinkRelay.daemon("control", work));
  private final ControlApi api;

  /**
   * Starts it.
   *
   * @param port the port; 0 for any that is free
   * @throws UncheckedIOException if the port is in use
   */
  ControlServer(ControlApi api, int port) {
    this.api = api;
    try {
      this.server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " of 127.0.0.1 is in use", e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ControlAnswer answer = answer(exchange);
      byte[] text = (answer.body() + "\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(answer.status(), text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private ControlAnswer answer(HttpExchange exchange) throws IOException {
    try {
      checkThatNoPageSentIt(exchange);
      String body = body(exchange);
      return api.answer(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getPath(),
          exchange.getRequestURI().getRawQuery() == null ? body : bodyOf(exchange, body));
    } catch (WrongRequest e) {
      drain(exchange.getRequestBody());
      return ControlAnswer.refused(e);
    }
  }

  /**
   * Returns the body that says what a query says. There is but one that is understood; another one
   * must not be ignored: its caller believes to have narrowed something.
   */
  private static String bodyOf(HttpExchange exchange, String body) {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    boolean removal =
        exchange.getRequestMethod().equals("DELETE")
            && exchange.getRequestURI().getPath().equals("/faults");
    if (!removal || !body.isBlank() || !ONE_ID.matcher(query).matches()) {
      throw new WrongRequest(
          400,
          "there is no query but ?id=ID of DELETE /faults, which has no body then; fields go into"
              + " the body, as JSON");
    }
    String id = query.substring("id=".length());
    return Json.createObjectBuilder().add("id", id).build().toString();
  }

  /** Takes in what is still being sent: who has not finished would not hear the answer. */
  private static void drain(InputStream stream) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    long rest = DRAINED_BYTES;
    while (rest > 0) {
      int read = stream.read(piece);
      if (read < 0) {
        return;
      }
      rest -= read;
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    InputStream stream = exchange.getRequestBody();
    byte[] body = stream.readNBytes(BODY_BYTES + 1);
    if (body.length > BODY_BYTES) {
      throw new WrongRequest(413, "a body has at most " + BODY_BYTES + " bytes");
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private void checkThatNoPageSentIt(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    Set<String> own = Set.of("127.0.0.1:" + port(), "localhost:" + port());
    if (host == null || !own.contains(host.toLowerCase(Locale.ROOT))) {
      throw new WrongRequest(403, "this port answers to " + own + " only");
    }
    if (exchange.getRequestHeaders().containsKey("Origin")) {
      throw new WrongRequest(403, "this port does not answer to pages of a browser");
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    boolean reads = exchange.getRequestMethod().equals("GET");
    if (!reads && type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new WrongRequest(
          415, "send application/json: curl -H 'Content-Type: application/json'");
    }
    if (!reads && type == null && !"0".equals(length(exchange))) {
      throw new WrongRequest(415, "send a body as application/json");
    }
  }

  private static String length(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    boolean chunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
    return length == null && !chunked ? "0" : String.valueOf(length);
  }
}
