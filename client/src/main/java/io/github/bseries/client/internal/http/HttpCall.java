// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call to be made. Not a record: its text must not show the credentials in it.
 *
 * <p>The vendor takes parameters of a GET in the URL and those of a POST as a form.
 */
public final class HttpCall {

  /** The HTTP library takes zero for no limit. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private static final Duration JUST_LESS = SHORTEST.minusNanos(1);

  private final Content content;
  private final @Nullable String authorization;
  private final @Nullable InetAddress server;
  private final Duration totalTimeout;
  private final Duration idleTimeout;

  private HttpCall(
      Content content,
      @Nullable String authorization,
      @Nullable InetAddress server,
      Timeouts timeouts) {
    this.content = content;
    this.authorization = authorization;
    this.server = server;
    this.totalTimeout = timeouts.total();
    this.idleTimeout = timeouts.idle();
  }

  /** What is sent. Shared by all copies of a call. */
  private static final class Content {

    private final boolean post;
    private final String path;
    private final Map<String, String> parameters;
    private final byte @Nullable [] json;

    Content(boolean post, String path, Map<String, String> parameters, byte @Nullable [] json) {
      this.post = post;
      this.path = path;
      this.parameters = Map.copyOf(parameters);
      this.json = json;
    }
  }

  /**
   * How long a call may take.
   *
   * @param total from the look-up of the host name to the last byte; zero for no limit
   * @param idle between two bytes of the answer, and until its first
   */
  public record Timeouts(Duration total, Duration idle) {

    /**
     * Returns a limit for the whole call, in whole milliseconds since the HTTP library counts in
     * those: never none, however little time is left, and never less than is left.
     */
    public static Timeouts ofWhole(Duration total) {
      Duration whole = total.plus(JUST_LESS).truncatedTo(ChronoUnit.MILLIS);
      Duration limit = whole.compareTo(SHORTEST) < 0 ? SHORTEST : whole;
      return new Timeouts(limit, limit);
    }

    /** Returns a limit for silence only: a call may take as long as something still comes. */
    public static Timeouts ofSilence(Duration idle) {
      return new Timeouts(Duration.ZERO, idle);
    }
  }

  /** Returns a GET. */
  public static HttpCall get(String path, Map<String, String> parameters, Timeouts timeouts) {
    return new HttpCall(new Content(false, path, parameters, null), null, null, timeouts);
  }

  /** Returns a POST of a form. */
  public static HttpCall post(String path, Map<String, String> parameters, Timeouts timeouts) {
    return new HttpCall(new Content(true, path, parameters, null), null, null, timeouts);
  }

  /**
   * Returns a POST of JSON.
   *
   * @param json the body in UTF-8. It is not copied, so that who made it can wipe it after the call
   */
  public static HttpCall postJson(String path, byte[] json, Timeouts timeouts) {
    return new HttpCall(new Content(true, path, Map.of(), json), null, null, timeouts);
  }

  /** Returns this call with an {@code Authorization} header. */
  public HttpCall authorized(String authorization) {
    return new HttpCall(content, authorization, server, new Timeouts(totalTimeout, idleTimeout));
  }

  /**
   * Returns this call to one particular address, of those that the host name may have. Null leaves
   * it open.
   */
  public HttpCall to(@Nullable InetAddress server) {
    return new HttpCall(content, authorization, server, new Timeouts(totalTimeout, idleTimeout));
  }

  /**
   * Returns this call with no more time than this, at least a millisecond. A call whose only limit
   * is silence stays as it is.
   */
  public HttpCall within(Duration left) {
    if (totalTimeout.isZero() || totalTimeout.compareTo(left) <= 0) {
      return this;
    }
    return new HttpCall(content, authorization, server, Timeouts.ofWhole(left));
  }

  boolean isPost() {
    return content.post;
  }

  String path() {
    return content.path;
  }

  Map<String, String> parameters() {
    return content.parameters;
  }

  byte @Nullable [] json() {
    return content.json;
  }

  @Nullable String authorization() {
    return authorization;
  }

  @Nullable InetAddress server() {
    return server;
  }

  Duration totalTimeout() {
    return totalTimeout;
  }

  Duration idleTimeout() {
    return idleTimeout;
  }

  /** Returns method and path, and nothing that was handed in by a user. */
  @Override
  public String toString() {
    return (content.post ? "POST " : "GET ") + content.path;
  }
}
