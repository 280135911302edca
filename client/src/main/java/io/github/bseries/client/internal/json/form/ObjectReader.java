// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One object in a text. It hands out its members by name, and complains about what it does not
 * know, what is missing and what is broken; so a caller that gets null goes on, and gives up at the
 * end.
 */
public final class ObjectReader {

  private final Place place;
  private final Map<String, JsonNode> members;
  private final List<String> fields;
  private final int problemsBefore;

  ObjectReader(Place place, JsonNode.Members object, List<String> fields) {
    this.place = place;
    this.members = object.byName();
    this.fields = fields;
    this.problemsBefore = place.problemCount();
    members.keySet().stream().filter(name -> !fields.contains(name)).forEach(this::refuseUnknown);
  }

  private void refuseUnknown(String name) {
    String near = Nearest.of(name, fields);
    String advice =
        near == null
            ? "; the fields here are " + String.join(", ", fields)
            : "; did you mean " + near + "?";
    place.complain(
        name,
        Place.soundsSecret(name)
            ? "this field is not known, and no secret belongs into this file; take it out" + advice
            : "this field is not known" + advice);
  }

  /** Returns where the object stands. */
  public Place place() {
    return place;
  }

  /** Returns whether there is a member of this name. */
  public boolean has(String field) {
    return members.containsKey(known(field));
  }

  /** Returns the member; null if it is missing or broken, which is complained about. */
  public <T> @Nullable T required(String field, Form<T> form) {
    if (!has(field)) {
      place.complain(field, "this field is missing, and is required");
      return null;
    }
    return optional(field, form);
  }

  /** Returns the member; null if it is missing, or if it is broken, which is complained about. */
  public <T> @Nullable T optional(String field, Form<T> form) {
    JsonNode value = members.get(known(field));
    if (value == null) {
      return null;
    }
    Place member = place.member(field, value);
    if (value instanceof JsonNode.Nothing) {
      member.refuse("no value; leave the field out where nothing is known");
      return null;
    }
    return form.read(member);
  }

  /**
   * Returns what is made of the members; null if something that is wrong with them was complained
   * about by now, or if it cannot be made, which is complained about.
   */
  public <T> @Nullable T made(Supplier<? extends T> maker) {
    return isBroken() ? null : place.made(maker);
  }

  /** Returns whether something that is wrong with the object was complained about by now. */
  public boolean isBroken() {
    return place.problemCount() > problemsBefore;
  }

  private String known(String field) {
    if (!fields.contains(field)) {
      throw new IllegalStateException(field + " is not among the fields " + fields);
    }
    return field;
  }
}
