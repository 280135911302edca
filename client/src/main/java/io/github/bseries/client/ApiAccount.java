// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * An API account of the site: its OAuth client id and its client secret.
 *
 * <p>One account may serve several clients, and is closed by whoever made it. The secret is kept as
 * characters that are wiped by {@link #close()}, and shown nowhere. Safe for use by several
 * threads.
 *
 * @source D-AUTH, D-APICFG
 * @since 0.1
 */
public final class ApiAccount implements AutoCloseable {

  private final String clientId;
  private final char[] clientSecret;
  private boolean closed;

  private ApiAccount(String clientId, char[] clientSecret) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  /**
   * Returns the account with these credentials.
   *
   * @param clientId the id, as the API page of the site shows it; not blank, no colon
   * @param clientSecret the secret, of which a copy is kept; not empty. The caller may wipe its own
   * @throws IllegalArgumentException if one of them cannot be; the message does not show the secret
   */
  public static ApiAccount of(String clientId, char[] clientSecret) {
    if (requireNonNull(clientId, "clientId").isBlank()) {
      throw new IllegalArgumentException("clientId is blank");
    }
    if (clientId.indexOf(':') >= 0 || clientId.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "clientId has a colon or a control character in it, which no client id has");
    }
    if (requireNonNull(clientSecret, "clientSecret").length == 0) {
      throw new IllegalArgumentException("clientSecret is empty");
    }
    return new ApiAccount(clientId, clientSecret.clone());
  }

  /**
   * Returns the account that the environment variables {@code BT_CLIENT_ID} and {@code
   * BT_CLIENT_SECRET} tell.
   *
   * @throws IllegalStateException if one of them is not set; the message names it
   */
  public static ApiAccount fromEnvironment() {
    return from(System.getenv());
  }

  /**
   * Returns the account that {@code BT_CLIENT_ID} and {@code BT_CLIENT_SECRET} tell in this map.
   *
   * @throws IllegalStateException if one of them is not set; the message names it
   */
  public static ApiAccount from(Map<String, String> environment) {
    return of(
        Environment.required(environment, Environment.CLIENT_ID).strip(),
        // What a file or a shell leaves at its end; the rest of a secret is nobody's to trim.
        Environment.required(environment, Environment.CLIENT_SECRET)
            .replaceFirst("[\\r\\n]+$", "")
            .toCharArray());
  }

  /** Returns the client id, which is no secret. */
  public String clientId() {
    return clientId;
  }

  /**
   * Returns the credentials as the token endpoint takes them.
   *
   * @throws IllegalStateException if this account is closed
   */
  synchronized String basicAuthorization() {
    if (closed) {
      throw new IllegalStateException("the API account " + clientId + " is closed");
    }
    return "Basic " + encoded();
  }

  /**
   * Returns the text with this mark wherever it had the secret in it, or the credentials as {@link
   * #basicAuthorization()} has them. A closed account knows neither any more.
   */
  synchronized String hideIn(String text, String mark) {
    return closed
        ? text
        : text.replace(encoded(), mark).replace(String.valueOf(clientSecret), mark);
  }

  private String encoded() {
    CharBuffer characters = CharBuffer.allocate(clientId.length() + 1 + clientSecret.length);
    characters.put(clientId).put(':').put(clientSecret).flip();
    byte[] plain = new byte[characters.remaining() * 3];
    ByteBuffer bytes = ByteBuffer.wrap(plain);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(characters, bytes, true);
    byte[] exact = Arrays.copyOf(plain, bytes.position());
    try {
      return Base64.getEncoder().encodeToString(exact);
    } finally {
      Arrays.fill(plain, (byte) 0);
      Arrays.fill(exact, (byte) 0);
      Arrays.fill(characters.array(), '\0');
    }
  }

  /** Wipes the secret. Clients of this account can fetch no further token. Twice is fine. */
  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(clientSecret, '\0');
  }

  /** Returns the client id, and never the secret. */
  @Override
  public String toString() {
    return "ApiAccount[" + clientId + ", secret hidden]";
  }
}
