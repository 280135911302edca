// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.Admission;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.RateLimitState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The words of an appliance that does not let a call in. */
final class Refusals {

  private static final int OK = 200;

  private static final String DENIED = "access_denied";
  private static final String DENIAL =
      "The resource owner or authorization server denied the request.";

  private Refusals() {}

  /**
   * Returns the answer to a call that was not admitted.
   *
   * @source D-JSON (the words for an invalid token), W-RAGMOB (401 for wrong credentials), W-CLOUD
   *     (a missing permission, paraphrased); assumed: the status for an invalid token, a switch;
   *     the words for wrong credentials, as in L-OAUTH, and all others; that a disabled account is
   *     answered as wrong credentials are
   */
  static Answer answer(Admission admission, CallKind kind, Arrival arrival) {
    return switch (admission.verdict()) {
      case ADMITTED -> throw new IllegalArgumentException("this call was admitted");
      case LOCKED ->
          assumes(arrival, AssumedBehaviour.LOCKED_IS_403)
              ? JsonText.message(403, "This account is locked.")
              : wrongCredentials();
      case WRONG_CREDENTIALS -> wrongCredentials();
      case INVALID_TOKEN -> invalidToken(arrival);
      case CALLER_NOT_ALLOWED ->
          JsonText.error(
              assumes(arrival, AssumedBehaviour.STRANGER_IS_403) ? 403 : 401, DENIED, DENIAL);
      case RATE_LIMITED -> tooMany(arrival, admission.rateLimit());
      case XML_API_OFF -> worded(xmlApiOffStatus(arrival), "The XML API is disabled.", arrival);
      case NOT_PERMITTED -> notPermitted(kind, arrival);
    };
  }

  /**
   * Adds how the account stands.
   *
   * @source S-CFG 1.10, S-V2, D-JSON (the two headers)
   */
  static Answer withRateLimit(Answer answer, @Nullable RateLimitState rate) {
    return rate == null
        ? answer
        : answer
            .with("X-RateLimit-Limit", String.valueOf(rate.hourlyLimit()))
            .with("X-RateLimit-Remaining", String.valueOf(rate.hourlyRemaining()));
  }

  private static Answer notPermitted(CallKind kind, Arrival arrival) {
    return kind == CallKind.BACKUP
        ? worded(
            assumes(arrival, AssumedBehaviour.NO_PERMISSION_IS_403) ? 403 : OK,
            "The API account does not have permission to use the Backup API.",
            arrival)
        : worded(OK, "The API account does not have permission to use the Command API.", arrival);
  }

  private static Answer worded(int status, String words, Arrival arrival) {
    return status == OK
        ? Answer.xml(arrival.xml().error(words)).notCarriedOut()
        : JsonText.message(status, words);
  }

  private static Answer tooMany(Arrival arrival, @Nullable RateLimitState rate) {
    int status = assumes(arrival, AssumedBehaviour.STATUS_503) ? 503 : 429;
    Answer answer = JsonText.message(status, "Too Many Attempts.");
    Duration wait = rate == null ? null : rate.retryAfter();
    if (wait == null || !assumes(arrival, AssumedBehaviour.STATUS_429_WITH_RETRY_AFTER)) {
      return answer;
    }
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds(); // the next whole second
    return answer.with("Retry-After", String.valueOf(seconds));
  }

  private static Answer invalidToken(Arrival arrival) {
    if (assumes(arrival, AssumedBehaviour.INVALID_TOKEN_WITH_HINT)) {
      return JsonText.error(401, DENIED, DENIAL, "Access token is invalid");
    }
    return JsonText.error(
        assumes(arrival, AssumedBehaviour.INVALID_TOKEN_IS_403) ? 403 : 401, DENIED, DENIAL);
  }

  private static Answer wrongCredentials() {
    return JsonText.error(401, "invalid_client", "Client authentication failed")
        .with("WWW-Authenticate", "Basic realm=\"OAuth\"");
  }

  private static int xmlApiOffStatus(Arrival arrival) {
    if (assumes(arrival, AssumedBehaviour.XML_OFF_IS_403)) {
      return 403;
    }
    return assumes(arrival, AssumedBehaviour.XML_OFF_IS_404) ? 404 : OK;
  }

  private static boolean assumes(Arrival arrival, AssumedBehaviour behaviour) {
    return arrival.pair().assumptions().include(behaviour);
  }
}
