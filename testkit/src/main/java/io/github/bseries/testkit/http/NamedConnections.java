// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpURI;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.ContextHandler;
import wiremock.org.eclipse.jetty.server.handler.HandlerCollection;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;
import wiremock.org.eclipse.jetty.servlet.ServletHandler;
import wiremock.org.eclipse.jetty.servlet.ServletMapping;

/**
 * The server of the library, which also names the connection that brought a request: by both ports
 * of its socket. What a caller says of itself, in {@code X-Forwarded-For} or under the name of this
 * very header, does not count: the library believes the first, and the second is replaced.
 *
 * <p>What callers write is read by the front alone. The library would look at forms and queries
 * before, and answer what is malformed itself: so it is told that a form is none, and a percent
 * sign that begins no escape is escaped.
 *
 * <p>The pages by which the library can be driven are taken away: an appliance has no path by which
 * one could change what it answers, and each call has to come to its front.
 */
final class NamedConnections extends Jetty11HttpServer {

  private static final String HEADER = "Bseries-Simulator-Connection";
  private static final String BYTES = "application/octet-stream";
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final String PAGES_OF_THE_LIBRARY = "/__admin";

  NamedConnections(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    super(options, admin, stubs);
  }

  /** Returns the name of the connection between two ports of this machine. */
  static String name(int sourcePort, int targetPort) {
    return sourcePort + ">" + targetPort;
  }

  /** Returns the name of the connection that brought this request. */
  static String of(Request request) {
    return request.getHeader(HEADER);
  }

  @Override
  protected Handler createHandler(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    HandlerCollection all = (HandlerCollection) super.createHandler(options, admin, stubs);
    for (Handler each : all.getHandlers()) {
      if (each instanceof ContextHandler context
          && context.getContextPath().equals(PAGES_OF_THE_LIBRARY)) {
        all.removeHandler(each);
      }
    }
    return all;
  }

  /** Only what is mapped to everything hands calls on; the rest serves files of the library. */
  @Override
  protected void decorateMockServiceContextAfterConfig(ServletContextHandler context) {
    ServletHandler servlets = context.getServletHandler();
    servlets.setServletMappings(
        Stream.of(servlets.getServletMappings())
            .filter(each -> List.of(each.getPathSpecs()).contains("/"))
            .toArray(ServletMapping[]::new));
  }

  @Override
  protected ServerConnector createHttpsConnector(
      String bindAddress,
      HttpsSettings https,
      JettySettings jetty,
      NetworkTrafficListener listener) {
    ServerConnector connector = super.createHttpsConnector(bindAddress, https, jetty, listener);
    connector
        .getConnectionFactory(HttpConnectionFactory.class)
        .getHttpConfiguration()
        .addCustomizer(
            (from, configuration, request) -> {
              request.setHttpFields(
                  HttpFields.build(request.getHttpFields())
                      .put(HEADER, name(request.getRemotePort(), connector.getLocalPort())));
              request.setHttpURI(readable(request.getHttpURI()));
              if (isForm(request.getContentType())) {
                request.setContentType(BYTES); // the header stays as it came
              }
            });
    return connector;
  }

  private static boolean isForm(@Nullable String type) {
    return type != null && type.toLowerCase(Locale.ROOT).contains(Call.FORM);
  }

  private static HttpURI readable(HttpURI uri) {
    String query = uri.getQuery();
    return query == null
        ? uri
        : HttpURI.build(uri).query(STRAY_PERCENT.matcher(query).replaceAll("%25")).asImmutable();
  }
}
