// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.Probe;
import io.github.bseries.core.pair.ApplianceAddress;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bseries probe}: the plain page, without an account. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the plain /check_health page of each address that is given. Needs no account.",
      "An answer is no proof of health: the page does not say who answers, nor in which role."
    })
final class ProbeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PairOptions options = new PairOptions();

  @Override
  public Integer call() {
    Map<String, ApplianceAddress> addresses = new LinkedHashMap<>();
    if (options.hasPrimary()) {
      addresses.put("primary", options.primary());
    }
    if (options.hasBackup()) {
      addresses.put("backup", options.backup());
    }
    if (options.hasSite()) {
      addresses.put("site", options.site());
    }
    if (addresses.isEmpty()) {
      throw options.wrong("Missing an address: give --primary, --backup or --site");
    }
    Map<String, Probe> probes = new LinkedHashMap<>();
    addresses.forEach((side, address) -> probes.put(side, probe(address)));
    print(probes);
    return worst(probes).number();
  }

  private Probe probe(ApplianceAddress address) {
    try (ApplianceClient client = options.client(address, null)) {
      return client.probe();
    }
  }

  private void print(Map<String, Probe> probes) {
    PrintWriter out = spec.commandLine().getOut();
    if (!options.isJson()) {
      probes.forEach((side, probe) -> out.printf("%-8s %s%n", side, word(probe) + reason(probe)));
      return;
    }
    JsonObjectBuilder object = Json.createObjectBuilder();
    probes.forEach(
        (side, probe) -> {
          JsonObjectBuilder one =
              Json.createObjectBuilder().add("probe", word(probe)).add("at", probe.at().toString());
          if (probe instanceof Probe.Unknown unknown) {
            one.add("reason", unknown.reason());
          }
          object.add(side, one);
        });
    out.println(PairJson.line(object.add("verdict", worst(probes).word())));
  }

  private static String word(Probe probe) {
    if (probe instanceof Probe.Answers) {
      return "answers";
    }
    return probe instanceof Probe.Ails ? "ails" : "unknown";
  }

  private static String reason(Probe probe) {
    return probe instanceof Probe.Unknown unknown ? ": " + unknown.reason() : "";
  }

  private static ExitCode worst(Map<String, Probe> probes) {
    if (probes.values().stream().anyMatch(Probe.Ails.class::isInstance)) {
      return ExitCode.CRITICAL;
    }
    return probes.values().stream().allMatch(Probe.Answers.class::isInstance)
        ? ExitCode.FINE
        : ExitCode.UNKNOWN;
  }
}
