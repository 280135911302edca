// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.client.internal.json.JsonError;
import io.github.bseries.client.internal.xml.CommandAnswers;
import io.github.bseries.client.internal.xml.XmlAnswer;
import io.github.bseries.core.pair.ApplianceAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says of an answer that is not the one hoped for what it is, in words for an operator. */
final class Answers {

  static final int TOO_MANY = 429;
  static final int UNAVAILABLE = 503;

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int HTTP_VERSION = 505;

  private static final int LONGEST = 500;

  /** White space, and what cannot be seen: controls, marks of direction, line ends, half pairs. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

  private final ApplianceAddress address;
  private final SecretMask mask;

  /** A secret of one call; empty if it has none. Whoever made it wipes it. */
  private final char[] secret;

  Answers(ApplianceAddress address, SecretMask mask) {
    this(address, mask, new char[0]);
  }

  private Answers(ApplianceAddress address, SecretMask mask, char[] secret) {
    this.address = address;
    this.mask = mask;
    this.secret = secret;
  }

  /** Returns the same for a call with a secret of its own, which is not shown either. */
  Answers hiding(char[] secret) {
    return new Answers(address, mask, secret);
  }

  /** Returns the exception for a call without a whole answer. */
  ApplianceException unanswered(String command, HttpResult.Failed<?> failed) {
    String message = at(command) + failed.reason();
    return switch (failed.progress()) {
      case SILENT -> new UnreachableException(message, true, failed.retryable());
      case SPOKE, GIVEN_UP -> new UnreachableException(message, false, failed.retryable());
      case ANSWER_BEGUN -> new UnreadableAnswerException(message, failed.retryable());
    };
  }

  /** Returns the exception for an answer that holds an error, or nothing that is known. */
  ApplianceException refusal(String command, int status, byte[] body, String objection) {
    Optional<JsonError> json = JsonError.read(body);
    if (json.isPresent()) {
      RejectedException no =
          rejected(command, status, json.get().words(), ground(status, json.get()));
      return no.ground() == RejectedException.Ground.TOKEN
          ? no.saying("a new token was refused as well, so no other is fetched for some minutes")
          : no;
    }
    if (CommandAnswers.error(body) instanceof XmlAnswer.ErrorTold<Void> told) {
      return rejected(command, status, told.words());
    }
    return new UnreadableAnswerException(
        at(command) + describe(status, body, objection), mayPass(status));
  }

  RejectedException rejected(String command, int status, String told) {
    return rejected(command, status, told, ground(status, told));
  }

  private RejectedException rejected(
      String command, int status, String told, RejectedException.Ground ground) {
    String words = words(told);
    return new RejectedException(
        at(command) + "the appliance says \"" + words + "\" (status " + status + ")",
        status,
        words,
        ground,
        ApiPage.remedy(command));
  }

  /** Returns the exception for a token that was not given. */
  ApplianceException tokenRefusal(String path, int status, byte[] body) {
    Optional<JsonError> json = JsonError.read(body);
    if (json.isEmpty()) {
      return refusal(path, status, body, "no bearer token in it");
    }
    RejectedException no =
        rejected(path, status, json.get().words(), groundOfNoToken(status, json.get()));
    return no.ground() != RejectedException.Ground.CREDENTIALS
        ? no
        : no.saying("this secret is not tried again by itself, since wrong ones lock the account");
  }

  /** Returns the exception for a call that the appliance did not take for now. */
  LimitReachedException limited(String command, @Nullable Duration retryAfter) {
    return new LimitReachedException(
        at(command)
            + "the appliance takes no more calls of this account for now (status 429)"
            + (retryAfter == null ? "" : "; it says to wait " + retryAfter.toSeconds() + " s"),
        retryAfter == null ? Duration.ZERO : retryAfter,
        true);
  }

  /** Returns the exception for a call that this side does not send for now. */
  LimitReachedException notSent(String command, Duration wait) {
    return new LimitReachedException(
        at(command) + "not sent, since this account may call again in " + wait.toMillis() + " ms",
        wait,
        false);
  }

  /** Returns the exception for a call that was never sent, for a reason on this side. */
  UnreachableException unsent(String command, String reason, boolean retryable) {
    return new UnreachableException(at(command) + reason, false, retryable);
  }

  /**
   * Returns whether a status is that of a fault which may pass by itself.
   *
   * @source assumed: no page of the vendor names these
   */
  static boolean mayPass(int status) {
    boolean everyServerFault = status >= 500 && status <= 599;
    return status == 408
        || status == TOO_MANY
        || (everyServerFault && status != NOT_IMPLEMENTED && status != HTTP_VERSION);
  }

  private static RejectedException.Ground ground(int status, JsonError error) {
    if (error.isTokenRefused()) {
      return RejectedException.Ground.TOKEN;
    }
    return ground(status, error.words());
  }

  private static RejectedException.Ground ground(int status, String told) {
    boolean named = told.toLowerCase(Locale.ROOT).contains("permission");
    return status == FORBIDDEN || named
        ? RejectedException.Ground.PERMISSION
        : RejectedException.Ground.OTHER;
  }

  private static RejectedException.Ground groundOfNoToken(int status, JsonError error) {
    // First: one that warns of a lock-out, and is taken for it, would bring it about.
    if (error.areCredentialsRefused()) {
      return RejectedException.Ground.CREDENTIALS;
    }
    if (error.isLockOut()) {
      return RejectedException.Ground.LOCK_OUT;
    }
    if (status == 401) {
      return RejectedException.Ground.CREDENTIALS;
    }
    return status == 403 ? RejectedException.Ground.PERMISSION : RejectedException.Ground.OTHER;
  }

  String describe(int status, byte[] body, String objection) {
    StringBuilder text = new StringBuilder("status ").append(status).append(", ");
    if (status >= 300 && status < 400) {
      return text.append("a redirect, which is not followed; is this the appliance's own address?")
          .toString();
    }
    if (isHtml(body)) {
      return text.append("a page of HTML; does a proxy or a login page answer instead?").toString();
    }
    if (status == 401 || status == 403) {
      return text.append("access refused; check the account, its permissions and its allow list")
          .toString();
    }
    if (status != OK && body.length == 0) {
      return text.append("an empty body").toString();
    }
    return text.append(words(objection)).toString();
  }

  /** Returns what the other side wrote, without our secrets. */
  String hide(String told) {
    String hidden = mask.hide(told);
    return secret.length == 0 ? hidden : hidden.replace(String.valueOf(secret), SecretMask.HIDDEN);
  }

  /** Returns what the other side wrote, fit to be shown: no secret, one line, not too long. */
  String words(String told) {
    String line = UNSEEN.matcher(hide(told)).replaceAll(" ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    boolean splitsPair = Character.isHighSurrogate(line.charAt(LONGEST - 1));
    return line.substring(0, splitsPair ? LONGEST - 1 : LONGEST) + "…";
  }

  private String at(String command) {
    return command + " at " + address + ": ";
  }

  private static boolean isHtml(byte[] body) {
    String start =
        new String(body, 0, Math.min(body.length, 512), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return start.contains("<html") || start.contains("<!doctype html");
  }
}
