// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.client.internal.json.JsonError;
import io.github.bseries.client.internal.xml.CommandAnswers;
import io.github.bseries.client.internal.xml.XmlAnswer;
import io.github.bseries.core.pair.ApplianceAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Says of an answer that is not the one hoped for what it is, in words for an operator. */
final class Answers {

  private static final int OK = 200;

  private static final int LONGEST = 500;

  private final ApplianceAddress address;
  private final SecretMask mask;

  Answers(ApplianceAddress address, SecretMask mask) {
    this.address = address;
    this.mask = mask;
  }

  /** Returns the exception for a call without a whole answer. */
  ApplianceException unanswered(String command, HttpResult.Failed<?> failed) {
    String message = at(command) + failed.reason();
    return switch (failed.progress()) {
      case SILENT -> new UnreachableException(message, true, failed.retryable());
      case SPOKE, GIVEN_UP -> new UnreachableException(message, false, failed.retryable());
      case ANSWER_BEGUN -> new UnreadableAnswerException(message);
    };
  }

  /** Returns the exception for an answer that holds an error, or nothing that is known. */
  ApplianceException refusal(String command, int status, byte[] body, String objection) {
    Optional<JsonError> json = JsonError.read(body);
    if (json.isPresent()) {
      return rejected(command, status, json.get().words());
    }
    if (CommandAnswers.error(body) instanceof XmlAnswer.ErrorTold<Void> told) {
      return rejected(command, status, told.words());
    }
    return new UnreadableAnswerException(at(command) + describe(status, body, objection));
  }

  RejectedException rejected(String command, int status, String told) {
    String words = words(told);
    return new RejectedException(
        at(command) + "the appliance says \"" + words + "\" (status " + status + ")",
        status,
        words);
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
    return mask.hide(told);
  }

  /** Returns what the other side wrote, fit to be shown: no secret, one line, not too long. */
  String words(String told) {
    String line = hide(told).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
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
