package com.phoneunite.examples.quickstart;

import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.page.BillingPage.AccountPart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Draws a billing page as a table, at most 100 columns wide, in plain ASCII but for the names. */
final class BillingTable {

    private static final List<String> TITLES = List.of("Organization", "Plan", "State", "Next due", "Amount");

    /** What does not fit is cut. With the rules between them, these make 100 columns. */
    private static final List<Integer> WIDEST = List.of(32, 14, 10, 10, 18);

    private BillingTable() {}

    static List<String> draw(BillingPage page) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        page.organizations().items().forEach(line -> rows.add(row(line)));
        List<Integer> widths = IntStream.range(0, TITLES.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> length(row.get(column)))
                        .max()
                        .orElse(0))
                .toList();
        String rule = widths.stream().map("-"::repeat).collect(Collectors.joining("-+-", "+-", "-+"));
        List<String> lines = new ArrayList<>();
        lines.add(rule);
        lines.add(draw(rows.get(0), widths));
        lines.add(rule);
        rows.subList(1, rows.size()).forEach(row -> lines.add(draw(row, widths)));
        lines.add(rule);
        page.organizations().next().ifPresent(more -> lines.add("... and more organizations"));
        page.account().ifPresent(account -> lines.addAll(below(account)));
        return lines;
    }

    private static List<String> row(BillingPage.Line line) {
        List<String> cells = List.of(
                line.name().value(),
                line.plan().value(),
                line.state().name(),
                line.nextDueOn().toString(),
                amount(line));
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cut(cells.get(column), WIDEST.get(column)))
                .toList();
    }

    static String amount(BillingPage.Line line) {
        return line.nextAmount().map(Money::toString).orElse("unknown");
    }

    private static List<String> below(AccountPart account) {
        String card = account.paymentMethod()
                .map(one -> one.brand() + " ending in " + one.lastFour())
                .orElse("none");
        return List.of("Balance: " + account.balance(), "Card on file: " + card);
    }

    private static String draw(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> pad(row.get(column), widths.get(column), column == row.size() - 1))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String pad(String cell, int width, boolean right) {
        String space = " ".repeat(width - length(cell));
        return right ? space + cell : cell + space;
    }

    private static String cut(String cell, int width) {
        return length(cell) <= width ? cell : cell.substring(0, cell.offsetByCodePoints(0, width - 3)) + "...";
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
