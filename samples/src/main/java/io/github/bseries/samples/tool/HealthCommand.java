// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.PairLook;
import io.github.bseries.core.pair.AssessmentPolicy;
import io.github.bseries.core.pair.AssessmentReason;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairAssessment;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.Viewpoint;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bseries health}: one look at the pair, or at one appliance of it. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the health of both appliances, and who answers under the site's name.",
      "With --primary alone, of that one appliance."
    })
final class HealthCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PairOptions options = new PairOptions();
  @Mixin private HistoryOptions history = new HistoryOptions();

  private final Map<String, String> environment;

  HealthCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    options.primary();
    if (!options.hasBackup()) {
      history.refuseFile("needs --backup: of one appliance alone nothing is remembered");
    }
    try (ApiAccount account = options.account(environment)) {
      return options.hasBackup() ? pair(account) : single(account);
    }
  }

  private int pair(ApiAccount account) {
    try (PairClient pair =
        options.pair(account, Duration.ofSeconds(1), history.file(environment, options))) {
      PairLook look = pair.look();
      PairSnapshot snapshot = look.snapshot();
      // A first look knows no past: what only time can tell stays unknown.
      PairHistory before = look.memory().before().orElseGet(PairHistory::none);
      PairAssessment assessment =
          PairAssessment.of(
              null, snapshot, before, AssessmentPolicy.defaults(), snapshot.takenAt());
      return print(
          snapshot.summary(),
          PairJson.of(snapshot),
          history.judge(look.memory(), ExitCode.of(assessment.gravity())),
          assessment.reasons());
    }
  }

  private int single(ApiAccount account) {
    try (ApplianceClient client = options.client(options.primary(), account)) {
      Observation look = client.observe();
      List<AssessmentReason> reasons = AssessmentReason.of(Viewpoint.NORMAL_PRIMARY, look);
      return print(
          look.summary(),
          PairJson.of(look),
          ExitCode.of(AssessmentReason.heaviest(reasons)),
          reasons);
    }
  }

  private int print(
      String text, JsonObjectBuilder json, ExitCode code, List<AssessmentReason> reasons) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> sentences = reasons.stream().map(AssessmentReason::sentence).toList();
    if (options.isJson()) {
      json.add("verdict", code.word());
      json.add("reasons", PairJson.array(sentences));
      out.println(PairJson.line(json));
    } else {
      out.println(text);
      out.println("verdict         " + code.word());
      sentences.forEach(sentence -> out.println("  " + sentence));
    }
    return code.number();
  }
}
