// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.benchmarks;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least program that reads a health: a token, an answer, a line; all of it with the JDK alone.
 */
public final class PlainProgram {

  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private PlainProgram() {}

  /**
   * Prints one health.
   *
   * @param args the address, and the trusted certificate in a file
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 2) {
      System.err.println("usage: PlainProgram URL PEM");
      System.exit(64);
    }
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(PlainHealth.tls(PlainHealth.trust(Path.of(args[1]))))
            .build();
    String answer =
        client
            .send(
                HttpRequest.newBuilder(URI.create(args[0] + "/oauth2/token"))
                    .header("Authorization", PlainHealth.basic("client", "secret"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher token = TOKEN.matcher(answer);
    if (!token.find()) {
      throw new IllegalStateException("no token");
    }
    try (InputStream body =
        client
            .send(
                HttpRequest.newBuilder(URI.create(args[0] + "/api/command?action=check_health"))
                    .header("Authorization", "Bearer " + token.group(1))
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream())
            .body()) {
      System.out.println(PlainHealth.read(body));
    }
    System.exit(0);
  }
}
