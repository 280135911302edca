// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The HTTPS server of one appliance, on a hidden port. All that it does is to hand calls on. */
final class ApplianceServer implements AutoCloseable {

  private static final int THREADS = 48;

  /** Above it, the library would keep the whole body for a log that nobody reads. */
  private static final int LOGGED_BYTES = 4096;

  private final WireMockServer server;

  /**
   * Kept, since the library reads all its settings again for each question, and it is asked a lot.
   */
  private final int port;

  /**
   * Starts it.
   *
   * @param connections gives the connection with a name; throws if there is none, since nobody
   *     could say then which faults and which allow list the call has to meet
   * @throws UncheckedIOException if the library cannot start it, for whatever reason it has
   */
  ApplianceServer(
      Path keyStore,
      String password,
      ApplianceFront front,
      Function<String, RelayedConnection> connections) {
    this.server =
        new WireMockServer(
            settings(keyStore, password).extensions(new HandsOver(front, connections)));
    try {
      server.start();
      server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(HandsOver.NAME)));
    } catch (RuntimeException e) {
      throw notStarted(e);
    }
    this.port = server.httpsPort();
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    server.stop();
  }

  /** The library complains of a file that is gone as if a caller had asked for something wrong. */
  private static UncheckedIOException notStarted(RuntimeException cause) {
    return new UncheckedIOException(
        new IOException("the server of an appliance could not be started: " + cause, cause));
  }

  private static WireMockConfiguration settings(Path keyStore, String password) {
    return wireMockConfig()
        .bindAddress("127.0.0.1")
        .httpDisabled(true)
        .dynamicHttpsPort()
        .http2TlsDisabled(true)
        .keystoreType(SiteCertificate.STORE_TYPE)
        .keystorePath(keyStore.toString())
        .keystorePassword(password)
        .keyManagerPassword(password)
        .usingFilesUnderDirectory(keyStore.resolveSibling("none").toString())
        .containerThreads(THREADS)
        .jettyAcceptors(1)
        .jettyStopTimeout(1L)
        .httpServerFactory(NamedConnections::new)
        .templatingEnabled(false)
        .gzipDisabled(true)
        .useChunkedTransferEncoding(ChunkedEncodingPolicy.ALWAYS)
        .disableRequestJournal()
        .stubRequestLoggingDisabled(true)
        .maxLoggedResponseSize(LOGGED_BYTES)
        .notifier(new Silence());
  }

  private static Call call(Request request) {
    String url = request.getUrl();
    int question = url.indexOf('?');
    Map<String, String> headers = new TreeMap<>();
    for (String name : request.getAllHeaderKeys()) {
      headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return new Call(
        request.getMethod().getName(),
        question < 0 ? url : url.substring(0, question),
        question < 0 ? null : url.substring(question + 1),
        headers,
        request.getBodyAsString());
  }

  private static HttpHeaders headers(Answer answer) {
    return new HttpHeaders(
        answer.headers().entrySet().stream()
            .map(each -> new HttpHeader(each.getKey(), each.getValue()))
            .toList());
  }

  /** Puts the answer of the front in the place of the answer of the library. */
  private record HandsOver(ApplianceFront front, Function<String, RelayedConnection> connections)
      implements ResponseTransformerV2 {

    static final String NAME = "appliance";

    @Override
    public String getName() {
      return NAME;
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
      Request request = event.getRequest();
      Answer answer = front.answer(call(request), connections.apply(NamedConnections.of(request)));
      return Response.Builder.like(response)
          .but()
          .status(answer.status())
          .headers(headers(answer))
          .body(answer.body()::get)
          .build();
    }
  }

  private record Silence() implements Notifier {

    @Override
    public void info(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable cause) {}
  }
}
