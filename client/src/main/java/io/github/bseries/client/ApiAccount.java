// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.internal.auth.Credentials;
import io.github.bseries.client.internal.auth.TokenShelf;
import io.github.bseries.core.pair.ApplianceAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An API account of the site: its OAuth client id and its client secret.
 *
 * <p>One account may serve several clients, and is closed by whoever made it. All clients that are
 * made from the same {@code ApiAccount} share one token at each address, and keep together to the
 * limits of the account: make one for a program, not one for each client. Clients with different
 * clocks share neither.
 *
 * <p>The secret is kept as characters that are wiped by {@link #close()}, and shown nowhere. Safe
 * for use by several threads.
 *
 * @source D-AUTH, D-APICFG
 * @since 0.1
 */
public final class ApiAccount implements AutoCloseable {

  private final String clientId;
  private final @Nullable SecretSource source;
  private final CallLimits limits;
  private final SecretMask mask = new SecretMask(this);
  private final byte[] salt = new byte[16];
  private final IdentityHashMap<LongSupplier, AccountCalls> calls = new IdentityHashMap<>();

  /** The secret, or the last one that was read from the source; empty before that. */
  private char[] clientSecret;

  /** The one before it, which an answer on its way may repeat. */
  private char[] formerSecret = new char[0];

  private @Nullable TokenFile tokenFile;
  private boolean closed;

  private ApiAccount(
      String clientId, char[] clientSecret, @Nullable SecretSource source, CallLimits limits) {
    this.clientId = checked(clientId);
    this.clientSecret = clientSecret;
    this.source = source;
    this.limits = requireNonNull(limits, "limits");
    new SecureRandom().nextBytes(salt);
  }

  /**
   * Returns the account with these credentials, and the limits that the vendor documents.
   *
   * @param clientId the id, as the API page of the site shows it; not blank, no colon
   * @param clientSecret the secret, of which a copy is kept; not empty. The caller may wipe its own
   * @throws IllegalArgumentException if one of them cannot be; the message does not show the secret
   */
  public static ApiAccount of(String clientId, char[] clientSecret) {
    return of(clientId, clientSecret, CallLimits.documented());
  }

  /** Returns the same as {@link #of(String, char[])} with other limits. */
  public static ApiAccount of(String clientId, char[] clientSecret, CallLimits limits) {
    checked(clientId);
    if (requireNonNull(clientSecret, "clientSecret").length == 0) {
      throw new IllegalArgumentException("clientSecret is empty");
    }
    return new ApiAccount(clientId, clientSecret.clone(), null, limits);
  }

  /**
   * Returns the account with this id, and a secret that is read whenever a token is needed, so that
   * it can be changed without a restart. The limits are those that the vendor documents.
   *
   * @param clientId the id, as the API page of the site shows it; not blank, no colon
   * @throws IllegalArgumentException if the id cannot be
   */
  public static ApiAccount of(String clientId, SecretSource source) {
    return of(clientId, source, CallLimits.documented());
  }

  /** Returns the same as {@link #of(String, SecretSource)} with other limits. */
  public static ApiAccount of(String clientId, SecretSource source, CallLimits limits) {
    return new ApiAccount(clientId, new char[0], requireNonNull(source, "source"), limits);
  }

  private static String checked(String clientId) {
    if (requireNonNull(clientId, "clientId").isBlank()) {
      throw new IllegalArgumentException("clientId is blank");
    }
    if (clientId.indexOf(':') >= 0 || clientId.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "clientId has a colon or a control character in it, which no client id has");
    }
    return clientId;
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
    char[] secret = Environment.secret(environment, Environment.CLIENT_SECRET);
    try {
      return of(Environment.required(environment, Environment.CLIENT_ID).strip(), secret);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  /**
   * Has this account keep its tokens in a file, so that the next run of a program does not take
   * another one of the thirty. Off unless called, and to be called before a client is made.
   *
   * <p>The file belongs to the user that runs this program, and is open to nobody else (0600); one
   * that is not is refused. Each token in it is used for this client id at its address only. One
   * that has ended or is refused is replaced. What cannot be read or written later on is passed
   * over, and told in the log. Whoever reads the file can use the account for an hour: programs
   * that stay up do not need it.
   *
   * @param file need not exist, its folder must. A lock file is made beside it
   * @return this account
   * @throws IllegalArgumentException if the file belongs to somebody else or is open to others, or
   *     if this system does not tell; the message says why
   * @throws IllegalStateException if a client was made from this account before
   * @source D-AUTH (30 tokens for an account)
   */
  public ApiAccount keepTokensIn(Path file) {
    requireNonNull(file, "file");
    try {
      return keepTokensIn(new TokenFile(file, TokenFile.self(file), InstantSource.system()));
    } catch (IOException | UnsupportedOperationException e) {
      throw new IllegalArgumentException(
          "the token file " + file + " is refused: it cannot be told who runs this program", e);
    }
  }

  ApiAccount keepTokensIn(TokenFile file) {
    String objection = file.objection();
    if (objection != null) {
      throw new IllegalArgumentException("the token file " + file + " is refused: " + objection);
    }
    synchronized (calls) {
      if (!calls.isEmpty()) {
        throw new IllegalStateException("keepTokensIn() after a client of " + this + " was made");
      }
      tokenFile = file;
    }
    return this;
  }

  /** Returns the client id, which is no secret. */
  public String clientId() {
    return clientId;
  }

  /**
   * Lets credentials that were refused be tried once more, at every address. Without it, a secret
   * that an appliance refused is not sent there again until it changes: accounts are locked after
   * too many wrong log-ins. It also lets a new token be fetched where new ones were refused. Call
   * it when the cause was mended at the appliance.
   *
   * @source S-CFG (the lock-out)
   */
  public void tryCredentialsAgain() {
    sharedCalls().forEach(each -> each.places().forEach(place -> place.tokens().forgetRefusal()));
  }

  CallLimits limits() {
    return limits;
  }

  /** Returns what clients with this clock share. */
  AccountCalls calls(LongSupplier nanoTime) {
    synchronized (calls) {
      return calls.computeIfAbsent(nanoTime, clock -> new AccountCalls(limits, clock, shelves()));
    }
  }

  private @Nullable Function<ApplianceAddress, TokenShelf> shelves() {
    TokenFile file = tokenFile;
    return file == null ? null : address -> file.shelf(clientId, address, mask);
  }

  private List<AccountCalls> sharedCalls() {
    synchronized (calls) {
      return List.copyOf(calls.values());
    }
  }

  SecretMask mask() {
    return mask;
  }

  /**
   * Reads the secret as it is now.
   *
   * @throws IllegalStateException if this account is closed
   */
  Credentials credentials() throws SecretUnavailable {
    SecretSource from = source;
    if (from == null) {
      return known();
    }
    checkOpen();
    // Not under the lock: a function may take its time.
    char[] read = read(from, toString());
    try {
      adopt(read);
      return known();
    } finally {
      Arrays.fill(read, '\0');
    }
  }

  /**
   * Reads a secret.
   *
   * @param whose whom it belongs to, for the message
   */
  static char[] read(SecretSource from, String whose) throws SecretUnavailable {
    char[] read;
    try {
      read = from.read();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SecretUnavailable(whose + ": interrupted while the secret was read");
    } catch (Exception e) {
      // Its type alone: its text may hold what was read.
      throw new SecretUnavailable(
          whose
              + ": the secret cannot be read from "
              + named(from)
              + " ("
              + e.getClass().getName()
              + ")");
    }
    if (read == null || read.length == 0) {
      throw new SecretUnavailable(whose + ": the secret from " + named(from) + " is empty");
    }
    return read;
  }

  /** Somebody else's source may show its secret. */
  private static String named(SecretSource from) {
    if (from instanceof SecretFile in) {
      return "the file " + in.file();
    }
    return from instanceof SecretVariable in
        ? "the environment variable " + in.variable()
        : "its source";
  }

  private synchronized void adopt(char[] read) {
    checkOpen();
    if (!Arrays.equals(read, clientSecret)) {
      Arrays.fill(formerSecret, '\0');
      formerSecret = clientSecret;
      clientSecret = read.clone();
    }
  }

  private synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the API account " + clientId + " is closed");
    }
  }

  private synchronized Credentials known() {
    checkOpen();
    String encoded = encoded(clientSecret);
    return new Credentials("Basic " + encoded, fingerprint(encoded));
  }

  /** Salted, so that it says nothing about the secret to anybody who finds it. */
  private String fingerprint(String encoded) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return HexFormat.of().formatHex(digest.digest(encoded.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the text with this mark wherever it had a secret in it, or the credentials as they are
   * sent. A closed account knows neither any more.
   */
  synchronized String hideIn(String text, String mark) {
    String result = text;
    for (char[] secret : new char[][] {clientSecret, formerSecret}) {
      if (!closed && secret.length > 0) {
        result = result.replace(encoded(secret), mark).replace(String.valueOf(secret), mark);
      }
    }
    return result;
  }

  private String encoded(char[] clientSecret) {
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

  /** Wipes the secret, and forgets the tokens: its clients can call no more. Twice is fine. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      Arrays.fill(clientSecret, '\0');
      Arrays.fill(formerSecret, '\0');
    }
    sharedCalls().forEach(each -> each.places().forEach(place -> place.tokens().close()));
  }

  /** Returns the client id, and never the secret. */
  @Override
  public String toString() {
    return "ApiAccount[" + clientId + ", secret hidden]";
  }

  /** The secret cannot be read from where it is kept. */
  static final class SecretUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    SecretUnavailable(String message) {
      super(message);
    }
  }
}
