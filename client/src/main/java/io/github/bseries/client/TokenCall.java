// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.auth.AccessToken;
import io.github.bseries.client.internal.auth.Credentials;
import io.github.bseries.client.internal.auth.TokenAnswer;
import io.github.bseries.client.internal.auth.TokenSource;
import io.github.bseries.client.internal.http.AnswerHead;
import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.client.internal.json.TokenJson;
import io.github.bseries.client.internal.resilience.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The call for a token, as one read makes it: what its answer means, and for how long that holds.
 *
 * @source D-AUTH, W-RAGMOB (the call), L-OAUTH (words of refusal)
 */
final class TokenCall implements TokenSource {

  static final String PATH = "/oauth2/token";

  /**
   * For how long a refusal holds that is not about the secret. Whether asking makes a lock-out
   * longer is not known, so that one is left alone for longer.
   */
  private static final Duration REFUSED = Duration.ofMinutes(5);

  private static final Duration LOCKED_OUT = Duration.ofMinutes(15);

  private final HttpCaller http;
  private final ApiAccount account;
  private final Answers answers;
  private final CallGate gate;
  private final Deadline deadline;
  private boolean unsent;
  private boolean outOfTime;
  private boolean fetched;

  TokenCall(
      HttpCaller http, ApiAccount account, Answers answers, CallGate gate, Deadline deadline) {
    this.http = http;
    this.account = account;
    this.answers = answers;
    this.gate = gate;
    this.deadline = deadline;
  }

  @Override
  public Credentials credentials() {
    try {
      return account.credentials();
    } catch (ApiAccount.SecretUnavailable e) {
      throw answers.unsent(PATH, "not sent: " + e.getMessage(), false);
    }
  }

  @Override
  public boolean isCalledAway() {
    return unsent || http.isClosed() || Thread.currentThread().isInterrupted();
  }

  @Override
  public boolean isOutOfTime() {
    return outOfTime;
  }

  /** Returns whether a token came by this very call, and not by that of another read. */
  boolean hasFetched() {
    return fetched;
  }

  @Override
  public TokenAnswer fetch(Credentials credentials) {
    // Until it is sent, it is this caller's own patience that decides.
    unsent = true;
    gate.pass(PATH, deadline);
    Duration left = deadline.left();
    if (left.isZero()) {
      throw answers.unsent(PATH, "not sent: the time allowed was over before it could be", false);
    }
    unsent = false;
    HttpResult<byte[]> result =
        http.send(
            HttpCall.post(
                    PATH,
                    Map.of("grant_type", "client_credentials"),
                    HttpCall.Timeouts.ofWhole(left))
                .authorized(credentials.authorization()));
    if (result instanceof HttpResult.Answered<byte[]> answered) {
      gate.note(answered.head());
      return answer(answered.head(), answered.body());
    }
    HttpResult.Failed<byte[]> failed = (HttpResult.Failed<byte[]>) result;
    outOfTime = deadline.left().isZero();
    // What went out may have counted as a wrong log-in, or have made a token of the thirty.
    boolean repeatable = failed.retryable() && !failed.requestBegun();
    return new TokenAnswer.Withheld(
        answers.unanswered(PATH, failed), repeatable, Duration.ZERO, null);
  }

  private TokenAnswer answer(AnswerHead head, byte[] body) {
    int status = head.status();
    Optional<TokenJson> token = status == 200 ? TokenJson.read(body) : Optional.empty();
    if (token.isPresent()) {
      account.mask().learn(token.get().token());
      fetched = true;
      return new TokenAnswer.Given(new AccessToken(token.get().token(), token.get().life()), true);
    }
    Duration told = CallGate.bounded(head.retryAfter());
    Duration earliest = told == null ? Duration.ZERO : told;
    if (status == Answers.TOO_MANY) {
      gate.limited(PATH, earliest);
      return new TokenAnswer.Withheld(answers.limited(PATH, told), gate.waits(), earliest, null);
    }
    ApplianceException no = answers.tokenRefusal(PATH, status, body);
    return new TokenAnswer.Withheld(no, Answers.mayPass(status), earliest, hold(status, no));
  }

  /** Accounts are locked after too many wrong credentials, so a no is not asked for again. */
  private static TokenAnswer.@Nullable Hold hold(int status, ApplianceException no) {
    RejectedException.Ground ground =
        no instanceof RejectedException rejected
            ? rejected.ground()
            : RejectedException.Ground.OTHER;
    if (ground == RejectedException.Ground.CREDENTIALS) {
      return new TokenAnswer.Hold(null);
    }
    if (ground == RejectedException.Ground.LOCK_OUT) {
      return new TokenAnswer.Hold(LOCKED_OUT);
    }
    return status >= 400 && status < 404 ? new TokenAnswer.Hold(REFUSED) : null;
  }
}
