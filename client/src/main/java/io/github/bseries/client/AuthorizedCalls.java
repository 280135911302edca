// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.auth.AccessToken;
import io.github.bseries.client.internal.auth.AccessTokens;
import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.client.internal.json.JsonError;
import io.github.bseries.client.internal.json.TokenJson;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls with the token of the account: reads are repeated once for a refused token, changes never.
 */
final class AuthorizedCalls {

  private static final String TOKEN_PATH = "/oauth2/token";

  private final HttpCaller http;
  private final Answers answers;
  private final @Nullable ApiAccount account;
  private final SecretMask mask;
  private final HttpCall.Timeouts timeouts;
  private final AccessTokens tokens;

  AuthorizedCalls(
      HttpCaller http,
      Answers answers,
      @Nullable ApiAccount account,
      SecretMask mask,
      HttpCall.Timeouts timeouts,
      LongSupplier nanoTime) {
    this.http = http;
    this.answers = answers;
    this.account = account;
    this.mask = mask;
    this.timeouts = timeouts;
    this.tokens = new AccessTokens(this::fetchToken, AuthorizedCalls::isRefusal, nanoTime);
  }

  /** An answer, and the token that brought it. */
  record WithToken<T>(HttpResult.Answered<T> answer, AccessToken token) {}

  /**
   * Makes a call that changes nothing; once more with a new token if the first was refused.
   *
   * @param command what to call it in messages
   * @param send makes the call with an {@code Authorization}
   * @param errorBody gives the body of an answer as far as it may be an error
   * @throws ApplianceException if no whole answer came
   */
  <T> WithToken<T> read(
      String command, Function<String, HttpResult<T>> send, Function<T, byte[]> errorBody) {
    WithToken<T> first = once(command, send, false);
    if (!isTokenRefused(errorBody.apply(first.answer().body()))) {
      return first;
    }
    tokens.drop(first.token());
    WithToken<T> second = once(command, send, true);
    if (isTokenRefused(errorBody.apply(second.answer().body()))) {
      tokens.drop(second.token());
    }
    return second;
  }

  /** Makes a call that changes something, once. A token that is refused is dropped. */
  HttpResult<byte[]> change(HttpCall call, AccessToken token) {
    HttpResult<byte[]> result = http.send(call.authorized(token.authorization()));
    if (result instanceof HttpResult.Answered<byte[]> answered && isTokenRefused(answered.body())) {
      tokens.drop(token);
    }
    return result;
  }

  /** Forgets the token, and every other one. */
  void forget() {
    tokens.close();
    mask.clear();
  }

  /** Makes the call once. What answered a moment ago, in the same look, is not called silent. */
  private <T> WithToken<T> once(
      String command, Function<String, HttpResult<T>> send, boolean heardBefore) {
    http.checkOpen();
    boolean heard = heardBefore;
    try {
      AccessTokens.Current current = tokens.current();
      heard |= current.fetched();
      AccessToken token = current.token();
      HttpResult<T> result = send.apply(token.authorization());
      if (result instanceof HttpResult.Answered<T> answered) {
        return new WithToken<>(answered, token);
      }
      throw answers.unanswered(command, (HttpResult.Failed<T>) result);
    } catch (UnreachableException e) {
      throw heard ? e.afterAnAnswer() : e;
    }
  }

  /** Accounts are locked after too many wrong credentials, so a plain no is not asked for again. */
  private static boolean isRefusal(RuntimeException e) {
    return e instanceof RejectedException no && no.status() >= 400 && no.status() < 404;
  }

  private AccessToken fetchToken() {
    ApiAccount caller = account;
    if (caller == null) {
      throw new IllegalStateException("no API account was set, and only a probe needs none");
    }
    HttpCall call =
        HttpCall.post(TOKEN_PATH, Map.of("grant_type", "client_credentials"), timeouts)
            .authorized(caller.basicAuthorization());
    HttpResult<byte[]> result = http.send(call);
    if (!(result instanceof HttpResult.Answered<byte[]> answered)) {
      throw answers.unanswered(TOKEN_PATH, (HttpResult.Failed<byte[]>) result);
    }
    int status = answered.head().status();
    Optional<TokenJson> token = status == 200 ? TokenJson.read(answered.body()) : Optional.empty();
    if (token.isPresent()) {
      mask.learn(token.get().token());
      return new AccessToken(token.get().token(), token.get().life());
    }
    throw answers.refusal(TOKEN_PATH, status, answered.body(), "no bearer token in it");
  }

  private static boolean isTokenRefused(byte[] body) {
    return JsonError.read(body).map(JsonError::isTokenRefused).orElse(false);
  }
}
