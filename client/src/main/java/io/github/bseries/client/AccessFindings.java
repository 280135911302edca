// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static io.github.bseries.client.AccessFinding.lacking;
import static io.github.bseries.client.AccessFinding.passed;
import static io.github.bseries.client.AccessFinding.unknown;

import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.core.pair.ApiAccess.CommandPermission;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.AssessmentPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the calls of an access check: a pure judgement. Passed is only what was seen.
 *
 * @source D-APICFG (the page and its boxes), S-CFG (lock-out, allow list), D-INFO, W-CLOUD (that
 *     words about a permission come when it is lacking)
 */
final class AccessFindings {

  private static final String ACCOUNT =
      "Compare the OAuth Client ID, generate a new client secret if it is lost, and check that the"
          + " account is Enabled and that its Network Address Allow List has this machine"
          + ApiPage.PAGE
          + ".";

  private static final String LATER = "See to what is named above, and check again.";

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final AccessCall.Facts facts;

  private AccessFindings(AccessCall.Facts facts) {
    this.facts = facts;
  }

  static List<AccessFinding> of(AccessCall.Facts facts, Set<AccessNeed> needs) {
    AccessFindings judge = new AccessFindings(facts);
    boolean change = needs.contains(AccessNeed.CHANGE);
    boolean commands = change || needs.contains(AccessNeed.READ);
    List<AccessFinding> findings = new ArrayList<>();
    findings.add(judge.address());
    findings.add(judge.credentials());
    if (commands) {
      findings.add(judge.xmlApi());
      findings.add(judge.read());
    }
    if (change) {
      findings.add(judge.change());
    }
    if (needs.contains(AccessNeed.BACKUP)) {
      findings.add(judge.backup());
    }
    if (commands) {
      findings.add(judge.version(change));
    }
    findings.add(judge.clock());
    return findings;
  }

  private AccessFinding address() {
    AccessQuestion question = AccessQuestion.ADDRESS;
    if (facts.probe() instanceof HttpResult.Answered<byte[]> answered) {
      return passed(question, "it answered with status " + answered.head().status());
    }
    HttpResult.Failed<byte[]> failed = (HttpResult.Failed<byte[]>) facts.probe();
    if (isTokenFresh() || hasCommandAnswer()) {
      return passed(question, "it answered, though not at first: " + failed.reason());
    }
    return switch (failed.progress()) {
      case ANSWER_BEGUN ->
          passed(question, "it answered, though not to the end: " + failed.reason());
      case SPOKE ->
          lacking(
              question,
              failed.reason(),
              "Check that the appliance presents a certificate for the name that is verified, and"
                  + " that its authority is trusted here.");
      case SILENT ->
          lacking(
              question,
              failed.reason(),
              "Check the host name, its DNS record, and that firewalls let HTTPS through from this"
                  + " machine to the appliance's own address.");
      case GIVEN_UP -> unknown(question, failed.reason(), "Check again.");
    };
  }

  private AccessFinding credentials() {
    AccessQuestion question = AccessQuestion.CREDENTIALS;
    Optional<RejectedException> refused = rejections().filter(this::isAboutAccount).findFirst();
    if (refused.isPresent()) {
      return refused(refused.get());
    }
    ApplianceException fault = facts.token().fault();
    if (fault != null) {
      return unknown(question, text(fault), LATER);
    }
    if (isTokenFresh() || hasCommandAnswer()) {
      return passed(question, "a token was given, and taken");
    }
    return unknown(question, "no call with the token was answered", LATER);
  }

  private static AccessFinding refused(RejectedException no) {
    AccessQuestion question = AccessQuestion.CREDENTIALS;
    return switch (no.ground()) {
      case LOCK_OUT ->
          lacking(
              question,
              text(no),
              "Find who sends a wrong secret, and wait for the end of the lock-out.");
      case TOKEN ->
          lacking(
              question,
              text(no),
              "Check that the account is Enabled, that its Network Address Allow List has this"
                  + " machine, and that no other program uses up its 30 tokens.");
      case CREDENTIALS, PERMISSION, OTHER -> lacking(question, text(no), ACCOUNT);
    };
  }

  private AccessFinding xmlApi() {
    AccessQuestion question = AccessQuestion.XML_API;
    if (facts.health().value() != null || facts.information().value() != null) {
      return passed(question, "a command was answered");
    }
    ApplianceException fault = facts.health().fault();
    // What is answered while it is off is not documented: any no may be that one.
    boolean other = !isAnswer(fault) || rejections().anyMatch(this::isAboutAccount);
    return unknown(question, text(fault), other ? LATER : ApiPage.ENABLE);
  }

  private AccessFinding read() {
    AccessQuestion question = AccessQuestion.READ;
    if (facts.health().value() != null) {
      return passed(question, "check_health was answered");
    }
    ApplianceException fault = facts.health().fault();
    if (!(fault instanceof RejectedException no) || isAboutAccount(no) || tellsNothing(no)) {
      return unknown(question, text(fault), LATER);
    }
    boolean named = no.words().toLowerCase(Locale.ROOT).contains("permission");
    return lacking(
        question, text(no), named ? ApiPage.READ_BOX : ApiPage.ENABLE + " " + ApiPage.READ_BOX);
  }

  private AccessFinding change() {
    AccessQuestion question = AccessQuestion.CHANGE;
    Optional<CommandPermission> told = information().flatMap(ApiInformation::command);
    if (told.isEmpty()) {
      return untold(question, ApiInformation.COMMAND, ApiPage.CHANGE_BOX);
    }
    String seen = told(ApiInformation.COMMAND);
    return told.get() == CommandPermission.FULL_ACCESS
        ? passed(question, seen)
        : lacking(question, seen, ApiPage.CHANGE_BOX);
  }

  private AccessFinding backup() {
    AccessQuestion question = AccessQuestion.BACKUP;
    Optional<Boolean> told = information().flatMap(ApiInformation::backup);
    if (told.isEmpty()) {
      return untold(
          question,
          ApiInformation.BACKUP,
          ApiPage.BACKUP_BOX
              + " That it is allowed can be told to an account that may read commands only.");
    }
    String seen = told(ApiInformation.BACKUP);
    return told.get() ? passed(question, seen) : lacking(question, seen, ApiPage.BACKUP_BOX);
  }

  private AccessFinding untold(AccessQuestion question, String permission, String remedy) {
    ApplianceException fault = facts.information().fault();
    return information().isPresent()
        ? unknown(question, told(permission), remedy)
        : unknown(question, text(fault), isAnswer(fault) ? remedy : LATER);
  }

  private AccessFinding version(boolean change) {
    AccessQuestion question = AccessQuestion.VERSION;
    String version = information().map(ApiInformation::apiVersion).orElse(null);
    if (version == null) {
      return unknown(
          question,
          "the version of the API is not told",
          information().isPresent() ? "Read the version of the appliance on /login." : LATER);
    }
    return ApiRelease.judge(version, change);
  }

  private AccessFinding clock() {
    AccessQuestion question = AccessQuestion.CLOCK;
    ClockSkew skew = facts.skew();
    if (skew == null) {
      return unknown(
          question, "the appliance told no clock", "Compare the clocks by hand, or check again.");
    }
    Duration tolerated = AssessmentPolicy.defaults().toleratedSkew();
    if (skew.isWithin(tolerated)) {
      return passed(question, skew.summary());
    }
    return skew.exceeds(tolerated)
        ? lacking(
            question,
            skew.summary(),
            "Set the same NTP server on the appliance and on this machine.")
        : unknown(question, skew.summary(), "Check again, when the appliance answers faster.");
  }

  /** A token of a while ago says nothing about the secret now. */
  private boolean isTokenFresh() {
    return Boolean.TRUE.equals(facts.token().value());
  }

  /** Whether the appliance answered a command in a way that only the right token brings about. */
  private boolean hasCommandAnswer() {
    return facts.health().value() != null
        || facts.information().value() != null
        || (facts.token().fault() == null
            && rejections().anyMatch(no -> !isAboutAccount(no) && isOfCommand(no)));
  }

  /** An {@code <error>} comes with 200. Any other status may be that of something in between. */
  private static boolean isOfCommand(RejectedException no) {
    return no.status() == OK || no.ground() == RejectedException.Ground.PERMISSION;
  }

  /** A fault that may pass, or a refusal of something that is not named. */
  private static boolean tellsNothing(RejectedException no) {
    return Answers.mayPass(no.status()) || no.status() == UNAUTHORIZED;
  }

  private Stream<RejectedException> rejections() {
    return Stream.of(facts.token(), facts.health(), facts.information())
        .map(AccessCall.Tried::fault)
        .filter(RejectedException.class::isInstance)
        .map(RejectedException.class::cast);
  }

  private boolean isAboutAccount(RejectedException no) {
    return switch (no.ground()) {
      case CREDENTIALS, LOCK_OUT, TOKEN -> true;
      case PERMISSION, OTHER -> no.equals(facts.token().fault());
    };
  }

  private Optional<ApiInformation> information() {
    return Optional.ofNullable(facts.information().value());
  }

  private String told(String permission) {
    return information()
        .map(told -> told.permissions().get(permission))
        .map(value -> permission + " is " + value)
        .orElse(permission + " is not told");
  }

  /** Whether the appliance itself had something to say: only then a box of its page can help. */
  private static boolean isAnswer(@Nullable ApplianceException fault) {
    return fault instanceof RejectedException || fault instanceof UnreadableAnswerException;
  }

  private static String text(@Nullable ApplianceException fault) {
    return fault == null
        ? "not asked, since a call before it failed"
        : String.valueOf(fault.getMessage());
  }
}
