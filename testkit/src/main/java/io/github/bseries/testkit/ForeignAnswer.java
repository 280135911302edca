// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.testkit.ApplianceFault.Answers;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers that are given in the place of the right one, without doing the work.
 *
 * @source assumed: none was seen at an appliance, but for the forms of errors that the constants
 *     name
 * @since 0.1
 */
public enum ForeignAnswer implements ApplianceFault {
  /**
   * An error in XML with status 200.
   *
   * @source W-CLOUD, W-SEKOIA, W-SNOW, W-AXON
   */
  ERROR_IN_XML(
      "the appliance refuses a command; that is how it says so",
      200,
      "Content-Type: text/xml; charset=UTF-8",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<error xmlns=\"http://www.bomgar.com/"
          + "namespaces/API/command\">An internal error occurred.</error>\n\n\n"),

  /**
   * An error in plain words with status 200.
   *
   * @source W-PERL
   */
  ERROR_IN_TEXT(
      "an old appliance refuses the account",
      200,
      "Content-Type: text/plain; charset=UTF-8",
      "Invalid credentials"),

  /** A page of a proxy with status 200: a login, or a warning. */
  PROXY_PAGE(
      "a proxy or a captive portal in between wants somebody to log in",
      200,
      "Content-Type: text/html; charset=utf-8",
      "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>"
          + "<body><form><input name=\"user\"></form></body></html>\n"),

  /** Status 200, and nothing. */
  EMPTY("a proxy lost the body, or a worker ended before it wrote", 200, "", ""),

  /** A redirect that lets the method change. */
  REDIRECT_302(
      "a gateway sends callers to its login page", 302, "Location: https://login.example.com/", ""),

  /** A redirect that repeats the request as it is: dangerous for a change. */
  REDIRECT_307(
      "a load balancer sends callers to another name",
      307,
      "Location: https://other.example.com/api/command",
      ""),

  /** A refusal of the token. Standing, it is a storm: no token helps. */
  UNAUTHORIZED(
      "the token was ended early; or the clocks, the account or a proxy are at odds",
      401,
      "Content-Type: application/json",
      "{\"error\":\"access_denied\",\"message\":\"The resource owner or authorization server denied"
          + " the request.\"}"),

  /** A request that took too long; some clients repeat it by themselves. */
  REQUEST_TIMEOUT("a proxy waited too long for the request", 408, "", ""),

  /** Too many calls, without a word on when to come back. */
  TOO_MANY_CALLS(
      "the rate limit of an account",
      429,
      "Content-Type: application/json",
      "{\"message\":\"Too Many Attempts.\"}"),

  /** Too many calls, and when to come back. */
  TOO_MANY_CALLS_RETRY_AFTER(
      "the rate limit of an account, or of a proxy",
      429,
      "Content-Type: application/json\nRetry-After: 3",
      "{\"message\":\"Too Many Attempts.\"}"),

  /** An overload that asks to come back at once; some clients do so by themselves. */
  UNAVAILABLE_RETRY_AT_ONCE(
      "a load balancer has no backend at the moment",
      503,
      "Content-Type: text/html\nRetry-After: 0",
      "<html><body><h1>503 Service Unavailable</h1></body></html>\n"),

  /**
   * A server error in JSON.
   *
   * @source W-SEKOIA (in a mock)
   */
  SERVER_ERROR_IN_JSON(
      "the appliance fails in the middle of a call",
      500,
      "Content-Type: application/json",
      "{\"message\":\"Server Error\"}");

  private final String cause;
  private final int status;
  private final String headers;
  private final String body;

  ForeignAnswer(String cause, int status, String headers, String body) {
    this.cause = cause;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String cause() {
    return cause;
  }

  @Override
  public Optional<Answers> insteadOfWork() {
    Map<String, String> all =
        headers
            .lines()
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(':')),
                    line -> line.substring(line.indexOf(':') + 2)));
    return Optional.of(new Answers(status, all, body));
  }
}
