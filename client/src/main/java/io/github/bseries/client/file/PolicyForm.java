// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.client.internal.json.form.Words;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.readiness.ReadinessPolicy;
import io.github.bseries.core.readiness.Severity;
import io.github.bseries.core.readiness.Silence;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of a policy, and of what is not to be heard of, or heard of differently. What is the
 * standard is not written.
 *
 * @param policy what was promised, and how old a fact may be
 * @param silences the rules that nobody wants to hear of for a while
 * @param shownAs the rules that are shown with another severity, by id
 */
record PolicyForm(ReadinessPolicy policy, List<Silence> silences, Map<String, Severity> shownAs) {

  /** What holds where nobody declares anything. */
  static final PolicyForm STANDARD =
      new PolicyForm(ReadinessPolicy.standard(), List.of(), Map.of());

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      List.of(
          "sync",
          "recoveryTime",
          "goodSyncStatuses",
          "dataBytesPerSync",
          "line",
          "oldestLook",
          "oldestAttestation",
          "shortestCertificateLife",
          "oldestBackup",
          "clockTolerance",
          "silences",
          "shownAs");

  /** The names of the members of a sync policy. */
  static final List<String> SYNC_FIELDS =
      List.of("interval", "bandwidthLimit", "promisedRecoveryPoint", "toleratedMisses");

  /** The names of the members of a silence. */
  static final List<String> SILENCE_FIELDS = List.of("rule", "reason", "owner", "until");

  /** The names of the members of a rule that is shown with another severity. */
  static final List<String> SHOWN_AS_FIELDS = List.of("rule", "severity");

  /** The words for the severities. */
  static final Words<Severity> SEVERITY = Words.byName(Severity.values());

  private static final Form<Bandwidth> BANDWIDTH = Forms.parsed(BandwidthText::parse);

  /** Returns the form in which these rules may be named. */
  static Form<PolicyForm> of(List<String> ruleIds) {
    return place -> {
      ObjectReader policy = place.object(FIELDS);
      return policy == null ? null : read(policy, ruleIds);
    };
  }

  private static @Nullable PolicyForm read(ObjectReader policy, List<String> ruleIds) {
    SyncPolicy sync = policy.optional("sync", PolicyForm::sync);
    Duration recoveryTime = policy.optional("recoveryTime", Forms.DURATION);
    List<String> statuses =
        or(policy.optional("goodSyncStatuses", Forms.listOf(Forms.ANY_TEXT)), List.of());
    Long bytes = policy.optional("dataBytesPerSync", Forms.wholeNumber(Long.MAX_VALUE));
    Bandwidth line = policy.optional("line", BANDWIDTH);
    ReadinessPolicy standard = STANDARD.policy;
    Duration look = duration(policy, "oldestLook", standard.oldestLook());
    Duration attestation = duration(policy, "oldestAttestation", standard.oldestAttestation());
    Duration life = duration(policy, "shortestCertificateLife", standard.shortestCertificateLife());
    Duration backup = duration(policy, "oldestBackup", standard.oldestBackup());
    Duration clock = duration(policy, "clockTolerance", standard.clockTolerance());
    List<Silence> silences = or(policy.optional("silences", silences(ruleIds)), List.of());
    Map<String, Severity> shownAs = or(policy.optional("shownAs", shownAs(ruleIds)), Map.of());
    return policy.made(
        () ->
            new PolicyForm(
                new ReadinessPolicy(
                    sync,
                    recoveryTime,
                    Set.copyOf(statuses),
                    bytes,
                    line,
                    look,
                    attestation,
                    life,
                    backup,
                    clock),
                silences,
                shownAs));
  }

  private static Duration duration(ObjectReader policy, String field, Duration standard) {
    return or(policy.optional(field, Forms.DURATION), standard);
  }

  /** What is broken was complained about, so that nothing comes of what stands in its place. */
  private static <T> T or(@Nullable T read, T otherwise) {
    return read == null ? otherwise : read;
  }

  private static @Nullable SyncPolicy sync(Place place) {
    ObjectReader sync = place.object(SYNC_FIELDS);
    if (sync == null) {
      return null;
    }
    Duration interval = sync.required("interval", Forms.DURATION);
    Bandwidth limit = sync.optional("bandwidthLimit", BANDWIDTH);
    Duration point = sync.required("promisedRecoveryPoint", Forms.DURATION);
    Long misses = sync.required("toleratedMisses", Forms.wholeNumber(Integer.MAX_VALUE));
    if (interval == null || point == null || misses == null) {
      return null;
    }
    return sync.made(() -> new SyncPolicy(interval, limit, point, misses.intValue()));
  }

  private static Form<List<Silence>> silences(List<String> ruleIds) {
    return place -> {
      Form<String> rule = eachOnce(ruleIds);
      return Forms.listOf(item -> silence(item, rule)).read(place);
    };
  }

  private static @Nullable Silence silence(Place place, Form<String> ruleForm) {
    ObjectReader silence = place.object(SILENCE_FIELDS);
    if (silence == null) {
      return null;
    }
    String rule = silence.required("rule", ruleForm);
    String reason = silence.required("reason", Forms.TEXT);
    String owner = silence.required("owner", Forms.TEXT);
    Instant until = silence.required("until", Forms.MOMENT);
    if (rule == null || reason == null || owner == null || until == null) {
      return null;
    }
    return silence.made(() -> new Silence(rule, reason, owner, until));
  }

  private static Form<Map<String, Severity>> shownAs(List<String> ruleIds) {
    return place -> {
      Form<String> rule = eachOnce(ruleIds);
      Map<String, Severity> shownAs = new LinkedHashMap<>();
      Forms.listOf(item -> shownAs(item, rule, shownAs)).read(place);
      return shownAs;
    };
  }

  private static @Nullable Severity shownAs(
      Place place, Form<String> ruleForm, Map<String, Severity> shownAs) {
    ObjectReader shown = place.object(SHOWN_AS_FIELDS);
    if (shown == null) {
      return null;
    }
    String rule = shown.required("rule", ruleForm);
    Severity severity = shown.required("severity", SEVERITY);
    if (rule != null && severity != null) {
      shownAs.put(rule, severity);
    }
    return severity;
  }

  /** Returns the form of a rule that is known, and that did not stand in the same list before. */
  private static Form<String> eachOnce(List<String> ruleIds) {
    Form<String> known = Forms.oneOf(ruleIds, "no rule that is known");
    Set<String> before = new HashSet<>();
    return place -> {
      String rule = known.read(place);
      if (rule != null && !before.add(rule)) {
        place.refuse("in this list before; leave one of them");
        return null;
      }
      return rule;
    };
  }

  JsonNode write() {
    ReadinessPolicy standard = STANDARD.policy;
    SyncPolicy sync = policy.syncPolicy();
    Bandwidth line = policy.line();
    Set<String> statuses = policy.goodSyncStatuses();
    return new ObjectWriter()
        .node("sync", sync == null ? null : node(sync))
        .text("recoveryTime", policy.recoveryTime())
        .node(
            "goodSyncStatuses",
            statuses.isEmpty() ? null : JsonNode.Items.ofTexts(statuses.stream().sorted().toList()))
        .number("dataBytesPerSync", policy.dataBytesPerSync())
        .text("line", line == null ? null : BandwidthText.of(line))
        .text("oldestLook", unless(standard.oldestLook(), policy.oldestLook()))
        .text("oldestAttestation", unless(standard.oldestAttestation(), policy.oldestAttestation()))
        .text(
            "shortestCertificateLife",
            unless(standard.shortestCertificateLife(), policy.shortestCertificateLife()))
        .text("oldestBackup", unless(standard.oldestBackup(), policy.oldestBackup()))
        .text("clockTolerance", unless(standard.clockTolerance(), policy.clockTolerance()))
        .node("silences", silences.isEmpty() ? null : silenceNodes())
        .node("shownAs", shownAs.isEmpty() ? null : shownAsNodes())
        .object();
  }

  private static @Nullable Duration unless(Duration standard, Duration declared) {
    return declared.equals(standard) ? null : declared;
  }

  private static JsonNode node(SyncPolicy sync) {
    Bandwidth limit = sync.bandwidthLimit();
    return new ObjectWriter()
        .text("interval", sync.interval())
        .text("bandwidthLimit", limit == null ? null : BandwidthText.of(limit))
        .text("promisedRecoveryPoint", sync.promisedRecoveryPoint())
        .number("toleratedMisses", (long) sync.toleratedMisses())
        .object();
  }

  private JsonNode silenceNodes() {
    return new JsonNode.Items(
        silences.stream()
            .<JsonNode>map(
                silence ->
                    new ObjectWriter()
                        .text("rule", silence.ruleId())
                        .text("reason", silence.reason())
                        .text("owner", silence.owner())
                        .text("until", silence.until())
                        .object())
            .toList());
  }

  private JsonNode shownAsNodes() {
    return new JsonNode.Items(
        shownAs.entrySet().stream()
            .<JsonNode>map(
                shown ->
                    new ObjectWriter()
                        .text("rule", shown.getKey())
                        .text("severity", SEVERITY.word(shown.getValue()))
                        .object())
            .toList());
  }
}
