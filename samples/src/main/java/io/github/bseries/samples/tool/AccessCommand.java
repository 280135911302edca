// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.AccessFinding;
import io.github.bseries.client.AccessNeed;
import io.github.bseries.client.AccessQuestion;
import io.github.bseries.client.AccessReport;
import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairAccess;
import io.github.bseries.client.PairClient;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bseries access}: whether the account can do what it is meant to. */
@Command(
    name = "access",
    mixinStandardHelpOptions = true,
    description = {
      "Finds out whether the account can do at both appliances what it is meant to, and names"
          + " what stands in its way. Changes nothing.",
      "With --primary alone, at that one appliance."
    })
final class AccessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PairOptions options = new PairOptions();

  @Option(
      names = "--for",
      paramLabel = "NEED",
      split = ",",
      defaultValue = "read,change,backup",
      description = "what it is meant to do: read, change, backup; ${DEFAULT-VALUE} unless set")
  private List<AccessNeed> needs = List.of(AccessNeed.values());

  private final Map<String, String> environment;

  AccessCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    options.primary();
    try (ApiAccount account = options.account(environment)) {
      return options.hasBackup() ? pair(account) : single(account);
    }
  }

  private int single(ApiAccount account) {
    try (ApplianceClient client = options.client(options.primary(), account)) {
      AccessReport report = client.checkAccess(needs.toArray(AccessNeed[]::new));
      return print(report.summary(), json(report), worst(report.findings()));
    }
  }

  private int pair(ApiAccount account) {
    try (PairClient pair = options.pair(account, Duration.ofSeconds(1), null)) {
      PairAccess access = pair.checkAccess(needs.toArray(AccessNeed[]::new));
      AccessFinding both = access.twoAppliances();
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("primary", json(access.primary()))
              .add("backup", json(access.backup()))
              .add("both", json(List.of(both)));
      ExitCode worst =
          worst(access.primary().findings())
              .heavier(worst(access.backup().findings()))
              .heavier(worst(List.of(both)));
      return print(access.summary(), json, worst);
    }
  }

  private int print(String text, JsonObjectBuilder json, ExitCode code) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(PairJson.line(json.add("verdict", code.word())));
    } else {
      out.println(text);
      out.println("verdict         " + code.word());
    }
    return code.number();
  }

  private static ExitCode worst(List<AccessFinding> findings) {
    return findings.stream().map(AccessCommand::code).reduce(ExitCode.FINE, ExitCode::heavier);
  }

  /** Clocks that differ keep nobody from working, but what is told of ages is wrong by so much. */
  private static ExitCode code(AccessFinding finding) {
    return switch (finding.outcome()) {
      case PASSED -> ExitCode.FINE;
      case UNKNOWN -> ExitCode.UNKNOWN;
      case LACKING ->
          finding.question() == AccessQuestion.CLOCK ? ExitCode.WARNING : ExitCode.CRITICAL;
    };
  }

  private static JsonObjectBuilder json(AccessReport report) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("address", report.address().toString())
            .add("at", report.at().toString());
    if (report.applianceId() != null) {
      object.add("id", report.applianceId().value());
    }
    return object.add("findings", json(report.findings()));
  }

  private static JsonArrayBuilder json(List<AccessFinding> findings) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (AccessFinding each : findings) {
      JsonObjectBuilder one =
          Json.createObjectBuilder()
              .add("question", each.question().name())
              .add("outcome", each.outcome().name().toLowerCase(Locale.ROOT))
              .add("observation", each.observation());
      if (each.remedy() != null) {
        one.add("remedy", each.remedy());
      }
      array.add(one);
    }
    return array;
  }
}
