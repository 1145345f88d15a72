package dev.groundswell.local.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tables share a DynamoDB Local. One runs a single transaction at a time over all its tables, lets no other write
 * pass meanwhile and has one SQLite thread, where on AWS tables do not wait for each other; so the tables of the greatest
 * load have one to themselves. No more than that: each costs threads, and time at the start.
 */
final class TableGroups {

    /**
     * Tables that are written in one transaction belong in one group, by their names, which are their logical ids in the
     * template. Those that are named nowhere are together, too. Each group has its file in the directory of a run, by its first
     * table: a group that is taken away from here leaves its tables behind there.
     */
    private static final List<List<String>> STATED = List.of(List.of("Orders", "Metrics"), List.of("Messages"));

    /** The group of all tables that are stated nowhere, and of those that do not exist. */
    static final int OTHERS = STATED.size();

    static final int COUNT = OTHERS + 1;

    private final Map<String, Integer> groups = new HashMap<>();

    /**
     * Where a directory has tables already, they stay, and new ones of their group come to them: until there were groups, all
     * lay in the file of what are now the others.
     *
     * @param existing the tables that each group has
     * @throws IllegalStateException if two have a table of the same name
     */
    TableGroups(List<List<String>> existing) {
        for (int group = 0; group < COUNT; group++) {
            for (String table : existing.get(group)) {
                keep(table, group);
            }
        }
        for (int group = 0; group < OTHERS; group++) {
            int home = home(group);
            STATED.get(group).forEach(table -> groups.putIfAbsent(table, home));
        }
    }

    private void keep(String table, int group) {
        Integer before = groups.put(table, group);
        if (before != null) {
            throw new IllegalStateException("There is a table " + table + " in " + fileName(before) + " and another in "
                    + fileName(group) + ": an older version has run in this directory after a newer one. Move the file"
                    + " away whose " + table + " is not wanted, or begin with another directory.");
        }
    }

    private int home(int group) {
        return STATED.get(group).stream()
                .filter(groups::containsKey)
                .findFirst()
                .map(this::of)
                .orElse(group);
    }

    int of(String table) {
        return groups.getOrDefault(table, OTHERS);
    }

    static String fileName(int group) {
        return group == OTHERS ? "tables.db" : "tables-" + STATED.get(group).getFirst() + ".db";
    }
}
