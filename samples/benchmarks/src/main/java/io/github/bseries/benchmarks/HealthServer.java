// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The same token and the same health for everybody, over TLS: a process of its own, so that what it
 * costs is not counted, and without limits, so that it never waits.
 */
public final class HealthServer {

  static final String HEALTH =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <health_check xmlns="http://www.bomgar.com/namespaces/API/command">
        <appliance id="00112233445566778899aabbccddeeff">site1.example.com</appliance>
        <version>24.3.1 (1234-abc)</version>
        <success>1</success>
        <failover_role>primary</failover_role>
        <enabled_shared_ips>
          <ip>12.12.1.52</ip>
        </enabled_shared_ips>
        <last_data_sync_time ts="1733239565">2024-12-03T15:26:05+00:00</last_data_sync_time>
        <last_data_sync_status>success</last_data_sync_status>
      </health_check>
      """;

  private static final String TOKEN =
      "{\"access_token\":\"0123456789abcdef\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

  private HealthServer() {}

  /**
   * Serves until it is ended; prints its port.
   *
   * @param args a key store of the kind PKCS12, and its password
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 2) {
      System.err.println("usage: HealthServer KEYSTORE PASSWORD");
      System.exit(64);
    }
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(Path.of(args[0]), args[1])));
    server.createContext("/oauth2/token", exchange -> answer(exchange, "application/json", TOKEN));
    server.createContext("/api/command", exchange -> answer(exchange, "text/xml", HEALTH));
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    try (exchange;
        InputStream request = exchange.getRequestBody()) {
      request.readAllBytes();
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static SSLContext tls(Path keyStore, String password)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      keys.load(in, password.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
