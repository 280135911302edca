// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.CallMatch;
import io.github.bseries.testkit.CommandAnswer;
import io.github.bseries.testkit.FailoverPage;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.LinkState;
import io.github.bseries.testkit.PairFault;
import io.github.bseries.testkit.RunningTime;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedLink;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.JsonFields.WrongRequest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the control port can be asked for. Requests are carried out one after the other. */
final class ControlApi {

  private static final Map<String, String> LABELS = new TreeMap<>(Map.of("a", "a", "b", "b"));

  private final Simulation simulation;
  private final Map<String, Function<JsonFields, Supplier<JsonStructure>>> routes =
      new LinkedHashMap<>();

  ControlApi(Simulation simulation) {
    this.simulation = simulation;
    routes.put("GET /state", fields -> this::state);
    routes.put("GET /history", fields -> () -> PairState.history(pair()));
    routes.put("GET /outcome", fields -> () -> PairState.outcome(pair()));
    routes.put("POST /faults", this::placeFault);
    routes.put("DELETE /faults", this::removeFaults);
    routes.put("POST /links", this::changeLink);
    for (String label : LABELS.keySet()) {
      addAppliance(label, "POST /appliances/" + label);
    }
    routes.put("POST /sync", fields -> said(pair().startDataSync()));
    routes.put("POST /site", this::swingSite);
    routes.put("POST /time", this::time);
    addPage("POST /break", FailoverPage::breakRelationship);
    addPage("POST /establish", FailoverPage::establishRelationship);
    addPage("POST /fix-this-error", FailoverPage::fixThisError);
    routes.put("POST /reset", this::reset);
  }

  /** Returns all that there is, as in {@code POST /sync}. */
  Set<String> routes() {
    return routes.keySet();
  }

  /**
   * Carries out one request: what is wrong with it is found before anything is done, and what it
   * changes is changed in one moment of the pair. Only then the answer is made, so that one that
   * cannot be made does not look like a refusal.
   */
  synchronized ControlAnswer answer(String method, String path, String body) {
    try {
      return ControlAnswer.done(carryOut(method, path, body));
    } catch (RuntimeException e) {
      return ControlAnswer.refused(e);
    } catch (Error e) {
      return ControlAnswer.failed(e);
    }
  }

  private Supplier<JsonStructure> carryOut(String method, String path, String body) {
    Function<JsonFields, Supplier<JsonStructure>> route = routes.get(method + " " + path);
    if (route == null) {
      boolean known = routes.keySet().stream().anyMatch(it -> it.endsWith(" " + path));
      throw new WrongRequest(
          known ? 405 : 404,
          "there is no " + method + " " + path + "; there is " + routes.keySet());
    }
    JsonFields fields = JsonFields.parse(body);
    if (method.equals("GET") || path.equals("/sync") || path.equals("/reset")) {
      fields.end();
    }
    return route.apply(fields);
  }

  private void addAppliance(String label, String path) {
    routes.put(
        path + "/power",
        fields -> {
          ApplianceControls.power(appliance(label), fields);
          return this::state;
        });
    routes.put(
        path + "/settings",
        fields -> {
          ApplianceControls.settings(simulation.server(), appliance(label), fields);
          return this::state;
        });
    routes.put(path + "/role", fields -> said(ApplianceControls.role(appliance(label), fields)));
  }

  /** Adds a button of the Failover page; the field {@code appliance} says on whose. */
  private void addPage(String path, Function<FailoverPage, CommandAnswer> button) {
    routes.put(
        path,
        fields -> {
          String label = fields.choice("appliance", LABELS);
          fields.end();
          return said(button.apply(appliance(label).failoverPage()));
        });
  }

  private SimulatedAppliance appliance(String label) {
    return label.equals("a") ? pair().a() : pair().b();
  }

  private SimulatedPair pair() {
    return simulation.pair();
  }

  private JsonObject state() {
    return PairState.of(pair());
  }

  private Supplier<JsonStructure> placeFault(JsonFields fields) {
    String name = fields.choice("fault", FaultNames.all());
    PairFault ofPair = FaultNames.pairFault(name);
    if (ofPair != null) {
      return placeFaultOfPair(name, ofPair, fields);
    }
    String site = fields.choiceOrNull("by", new TreeMap<>(Map.of("site", "site", "own", "own")));
    CallMatch match =
        new CallMatch(
            fields.choiceOrNull("appliance", LABELS),
            site == null ? null : (Boolean) site.equals("site"),
            fields.choiceOrNull("call", PairState.byWord(CallKind.values())),
            fields.has("path") ? fields.text("path", "") : null,
            fields.texts("parameters"));
    Integer times = fields.has("times") ? fields.number("times", 1, Integer.MAX_VALUE, 1) : null;
    double probability = fields.fraction("probability", 1);
    var fault = FaultNames.fault(name, fields);
    fields.end();
    String id = pair().callFaults().place(new FaultRule(fault, match, times, probability));
    return () -> Json.createObjectBuilder().add("id", id).add("cause", fault.cause()).build();
  }

  /** The pair has each fault of its own at most once, so that its name is its id. */
  private Supplier<JsonStructure> placeFaultOfPair(
      String name, PairFault fault, JsonFields fields) {
    boolean seldom = fields.has("probability");
    double probability = fields.fraction("probability", 1);
    int times = fields.number("times", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    if (seldom && fields.has("times")) {
      throw fields.wrong("times", "cannot be told together with probability for this fault");
    }
    fields.end();
    if (seldom) {
      pair().suffersNowAndThen(fault, probability);
    } else {
      pair().suffers(fault, times);
    }
    return () -> Json.createObjectBuilder().add("id", name).build();
  }

  private Supplier<JsonStructure> removeFaults(JsonFields fields) {
    boolean one = fields.has("id");
    String id = fields.text("id", "");
    fields.end();
    PairFault ofPair = FaultNames.pairFault(id);
    if (!one) {
      SimulatedPair pair = pair();
      pair.atOneMoment(
          moment -> {
            pair.callFaults().removeAll();
            pair.awaitedFaults().forEach(pair::endures);
            return moment;
          });
    } else if (ofPair != null && pair().awaitedFaults().contains(ofPair)) {
      pair().endures(ofPair);
    } else if (!pair().callFaults().remove(id)) {
      throw new WrongRequest(404, "there is no fault \"" + id + "\" in force");
    }
    return this::state;
  }

  private Supplier<JsonStructure> changeLink(JsonFields fields) {
    SimulatedLink link = fields.link("link");
    LinkState state = fields.choice("state", PairState.byWord(LinkState.values()));
    fields.end();
    pair().changeLink(link, state);
    return this::state;
  }

  private Supplier<JsonStructure> swingSite(JsonFields fields) {
    String label = fields.choice("to", LABELS);
    fields.end();
    pair().swingSite(appliance(label));
    return this::state;
  }

  private static Supplier<JsonStructure> said(CommandAnswer answer) {
    return () ->
        Json.createObjectBuilder()
            .add("accepted", answer.isAccepted())
            .add("text", answer.text())
            .build();
  }

  private Supplier<JsonStructure> time(JsonFields fields) {
    Duration longest = ControlLimits.longestStep(pair());
    Duration step = fields.span("advance", Duration.ZERO, longest, Duration.ZERO);
    int factor = fields.number("factor", 1, ControlLimits.greatestFactor(pair()), 0);
    fields.endOfSome();
    if (!(pair().time() instanceof RunningTime time)) {
      throw new WrongRequest(409, "the time of this pair does not run by itself");
    }
    time.advance(step); // which fails, if it does, before anything is changed
    if (factor > 0) {
      time.changeSpeed(factor);
    }
    pair().catchUp();
    return this::state;
  }

  private Supplier<JsonStructure> reset(JsonFields fields) {
    fields.end();
    simulation.reset();
    return this::state;
  }
}
