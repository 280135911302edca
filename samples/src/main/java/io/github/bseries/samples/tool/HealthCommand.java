// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.time.Duration;
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

  private final Map<String, String> environment;

  HealthCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    options.primary();
    try (ApiAccount account = options.account(environment)) {
      return options.hasBackup() ? pair(account) : single(account);
    }
  }

  private int pair(ApiAccount account) {
    try (PairClient pair = options.pair(account, Duration.ofSeconds(1))) {
      PairSnapshot snapshot = pair.observe();
      return print(snapshot.summary(), PairJson.of(snapshot), PairVerdict.of(snapshot));
    }
  }

  private int single(ApiAccount account) {
    try (ApplianceClient client = options.client(options.primary(), account)) {
      Observation seen = client.observe();
      return print(seen.summary(), PairJson.of(seen), PairVerdict.of("appliance", seen));
    }
  }

  private int print(String text, JsonObjectBuilder json, PairVerdict verdict) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      json.add("verdict", verdict.code().word());
      json.add("reasons", PairJson.array(verdict.reasons()));
      out.println(PairJson.line(json));
    } else {
      out.println(text);
      out.println("verdict         " + verdict.code().word());
      verdict.reasons().forEach(reason -> out.println("  " + reason));
    }
    return verdict.code().number();
  }
}
