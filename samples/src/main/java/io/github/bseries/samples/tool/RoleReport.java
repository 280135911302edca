// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells of a role change while it goes on, or as one JSON object when it has ended. */
final class RoleReport {

  private final PrintWriter out;
  private final boolean json;
  private final long start = System.nanoTime();
  private final JsonArrayBuilder states = Json.createArrayBuilder();
  private final List<String> dismissed = new ArrayList<>();
  private String shown = "";
  private @Nullable PairSnapshot last;
  private @Nullable String answer;

  RoleReport(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /**
   * How it ended.
   *
   * @param remedy what to do now; null if the reason says it, or nothing is to be done
   */
  record End(ExitCode code, String word, String reason, @Nullable String remedy) {

    End(ExitCode code, String word, String reason) {
      this(code, word, reason, null);
    }
  }

  /** Takes a look; tells it if the roles or the site differ from the look before. */
  void look(PairSnapshot look) {
    last = look;
    String state =
        "primary " + role(look.primary()) + ", backup " + role(look.backup()) + site(look);
    if (state.equals(shown)) {
      return;
    }
    shown = state;
    JsonObjectBuilder told =
        Json.createObjectBuilder()
            .add("after", elapsed().toString())
            .add("layout", look.layout().name())
            .add("primary", role(look.primary()))
            .add("backup", role(look.backup()));
    SiteObservation ofSite = look.site();
    if (ofSite != null) {
      ofSite.answeredBy().ifPresent(id -> told.add("siteAnsweredBy", id.value()));
    }
    states.add(told);
    tell("normal " + state);
  }

  /** Takes what was dismissed: a request, or a damaged file. */
  void dismissed(Object what) {
    dismissed.add(what.toString());
    tell("dismissed: " + what);
  }

  /** Takes the answer to the request. */
  void answer(RoleChange change) {
    String told =
        change.fold(
            notSent -> "not sent",
            confirmed -> "confirmed",
            awaitsSync -> "awaits the data sync",
            refused -> "refused: " + refused.reason(),
            unconfirmed -> "unconfirmed: " + unconfirmed.reason());
    answer = told;
    if (change instanceof RoleChange.NotSent) {
      // Nobody was asked; why not stands at the end.
      return;
    }
    String reason = change instanceof RoleChange.Refused ? "refused" : told;
    tell(
        "asked "
            + change.request().target()
            + " to become "
            + change.request().role().literal()
            + ": "
            + reason);
  }

  ExitCode end(End end) {
    String remedy = end.remedy();
    if (!json) {
      tell(end.word() + ": " + end.reason());
      if (remedy != null) {
        tell(remedy);
      }
      return end.code();
    }
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("end", end.word())
            .add("reason", end.reason())
            .add("verdict", end.code().word());
    if (remedy != null) {
      object.add("remedy", remedy);
    }
    if (answer != null) {
      object.add("answer", answer);
    }
    if (!dismissed.isEmpty()) {
      object.add("dismissed", PairJson.array(dismissed));
    }
    object.add("states", states);
    if (last != null) {
      object.add("last", PairJson.of(last));
    }
    out.println(PairJson.line(object));
    return end.code();
  }

  private void tell(String text) {
    if (!json) {
      out.printf(Locale.ROOT, "%8s s  %s%n", Spans.seconds(elapsed()), text);
      out.flush();
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String site(PairSnapshot look) {
    SiteObservation site = look.site();
    if (site == null) {
      return "";
    }
    return site.answeredBy().map(id -> ", site answered by " + id).orElse(", site not answered");
  }

  private static String role(Observation side) {
    return side.role().map(FailoverRole::literal).orElse("not seen");
  }
}
