// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceException;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.PairLook;
import io.github.bseries.client.file.HistoryFile;
import io.github.bseries.client.file.PairDeclaration;
import io.github.bseries.client.file.ReportJson;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ApiLook;
import io.github.bseries.core.pair.AssessmentPolicy;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.PairAssessment;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.readiness.PairFacts;
import io.github.bseries.core.readiness.ReadinessReport;
import io.github.bseries.core.readiness.RuleBook;
import io.github.bseries.core.sync.SyncPolicy;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bseries check}: judges a pair by its file, and by what is seen of it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Judges a pair by all rules: what was declared of it in a file and, with --live, what is"
          + " seen of it now.",
      "Without --live nobody looks, so what only a look can tell stays unknown, and so does the"
          + " verdict at best."
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PairOptions options = new PairOptions();

  @Mixin private DeclarationOptions input = new DeclarationOptions();

  @Mixin private HistoryOptions history = new HistoryOptions();

  private final Map<String, String> environment;

  CheckCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PairDeclaration declaration = input.read();
    PairOptions declared = options.declaredBy(declaration.pair());
    if (input.isLive()) {
      return live(declaration, declared, history.file(environment, declared)).number();
    }
    Path memory = history.fileToRead(environment, declared);
    // A memory that is not there yet knows of nothing that was asked for before, so it is none.
    PairHistory before =
        memory == null ? null : input.read(() -> HistoryFile.read(memory)).orElse(null);
    return print(declaration, Looked.NOT_AT_ALL, before, ExitCode.FINE).number();
  }

  private ExitCode live(PairDeclaration declaration, PairOptions declared, @Nullable Path memory) {
    CertificateComparison certificates;
    PairLook look;
    Map<PairSide, ApiLook> apis;
    try (ApiAccount account = options.account(environment);
        PairClient pair = declared.pair(account, Duration.ofSeconds(1), memory)) {
      // The certificates first, so that a wait for a silent side makes no older look of the roles.
      certificates = pair.compareCertificates();
      look = pair.look();
      apis = apis(pair, look.snapshot());
    }
    // Without a file, nothing is known of the time before this run.
    PairHistory before = memory == null ? null : look.memory().before().orElse(null);
    ExitCode atBest = history.judge(look.memory(), ExitCode.FINE);
    return print(declaration, new Looked(look.snapshot(), certificates, apis), before, atBest);
  }

  /** Asks those that answered what the account may do there; who does not say is left out. */
  private static Map<PairSide, ApiLook> apis(PairClient pair, PairSnapshot snapshot) {
    Map<PairSide, ApiLook> apis = new EnumMap<>(PairSide.class);
    for (PairSide side : PairSide.values()) {
      if (side.of(snapshot).health().isPresent()) {
        ApplianceClient client = side == PairSide.NORMAL_PRIMARY ? pair.primary() : pair.backup();
        try {
          ApiInformation told = client.getApiInfo();
          apis.put(side, new ApiLook(InstantSource.system().instant(), told));
        } catch (ApplianceException e) {
          // What cannot be read stays as it was declared.
        }
      }
    }
    return apis;
  }

  private ExitCode print(
      PairDeclaration declaration, Looked looked, @Nullable PairHistory before, ExitCode atBest) {
    PairSnapshot snapshot = looked.snapshot();
    CertificateComparison certificates = looked.certificates();
    Instant moment = InstantSource.system().instant();
    PairFacts.Builder known =
        declaration.facts(moment).snapshot(snapshot).certificates(certificates).history(before);
    looked.apis().forEach(known::apiLook);
    PairFacts facts = known.build();
    ReadinessReport report = declaration.ruleBook(RuleBook.standard()).judge(facts);
    PairAssessment assessment = snapshot == null ? null : assess(declaration, facts, snapshot);
    ExitCode code = atBest.heavier(ExitCode.of(report));
    if (assessment != null) {
      code = code.heavier(ExitCode.of(assessment.gravity()));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(PairJson.line(json(code, report, looked, assessment)));
    } else {
      out.println("pair            " + declaration.pair().siteHostName());
      if (snapshot != null && assessment != null) {
        out.println(snapshot.summary());
        out.println(assessment.summary());
      }
      if (certificates != null) {
        out.println(certificates.summary());
      }
      out.println("verdict         " + code.word());
      out.println();
      out.print(report.text());
      out.flush();
    }
    return code;
  }

  private static PairAssessment assess(
      PairDeclaration declaration, PairFacts facts, PairSnapshot snapshot) {
    SyncPolicy promised = declaration.policy().syncPolicy();
    AssessmentPolicy policy =
        AssessmentPolicy.defaults().withToleratedSkew(declaration.policy().clockTolerance());
    PairHistory history = facts.history();
    return PairAssessment.of(
        declaration.pair(),
        snapshot,
        history == null ? PairHistory.none() : history,
        promised == null ? policy : policy.withOldestData(promised.promisedRecoveryPoint()),
        facts.moment());
  }

  private static JsonObjectBuilder json(
      ExitCode code, ReadinessReport report, Looked looked, @Nullable PairAssessment assessment) {
    PairSnapshot snapshot = looked.snapshot();
    CertificateComparison certificates = looked.certificates();
    JsonObjectBuilder json = Json.createObjectBuilder().add("verdict", code.word());
    if (snapshot != null && assessment != null) {
      json.add("snapshot", PairJson.of(snapshot)).add("assessment", PairJson.of(assessment));
    }
    if (certificates != null) {
      json.add("certificates", PairJson.of(certificates));
    }
    return json.add("report", PairJson.parsed(ReportJson.line(report)));
  }

  /** What this run saw. */
  private record Looked(
      @Nullable PairSnapshot snapshot,
      @Nullable CertificateComparison certificates,
      Map<PairSide, ApiLook> apis) {

    static final Looked NOT_AT_ALL = new Looked(null, null, Map.of());
  }
}
