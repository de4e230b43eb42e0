package dev.signalbox.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Row;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.testing.TestWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DataTableTest {
    private record Item(String name, long lag) {}

    private @Nullable Column<Item> lagColumn;
    private @Nullable DataTable<String, Item> made;

    @Start
    void start(Stage stage) {
        // Controls cannot be made before the toolkit runs.
        Column<Item> lag = Column.count("consumers.lag", Item::lag);
        lagColumn = lag;
        DataTable<String, Item> table =
                new DataTable<>(
                        Item::name,
                        List.of(Column.<Item>label("consumers.group", Item::name).grows(), lag));
        made = table;
        stage.setScene(new Scene(table, 600, 400));
        stage.show();
    }

    private DataTable<String, Item> table() {
        return Objects.requireNonNull(made);
    }

    private Column<Item> lag() {
        return Objects.requireNonNull(lagColumn);
    }

    private void show(Item... items) {
        TestWindow.onFx(() -> table().setItems(List.of(items)));
    }

    private List<String> shown(FxRobot robot) {
        TableView<?> view = robot.lookup(".table-view").queryTableView();
        return view.getItems().stream()
                .map(row -> ((Row<?>) row).value())
                .map(value -> ((Item) value).name())
                .toList();
    }

    @Test
    void columnsArePutAwayAndBroughtBackAndTheLastOneStays(FxRobot robot) {
        Path folder = newFolder();
        TestWindow.onFx(() -> table().choosable("items", new Preferences(folder)));
        TableView<?> view = robot.lookup(".table-view").queryTableView();
        ContextMenu menu = view.getColumns().getFirst().getContextMenu();
        show(new Item("a", 1));

        robot.rightClickOn(robot.lookup(".column-header").nth(1).<Node>query());
        assertThat(menu.isShowing()).isTrue();
        TestWindow.onFx(() -> ((CheckMenuItem) menu.getItems().get(1)).setSelected(false));
        TestWindow.onFx(() -> menu.getItems().get(1).fire());
        TestWindow.onFx(menu::hide);

        assertThat(view.getVisibleLeafColumns()).hasSize(1);
        TestWindow.onFx(() -> menu.show(view.getScene().getWindow()));
        assertThat(menu.getItems().getFirst().isDisable()).isTrue();
        TestWindow.onFx(menu::hide);
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(new Preferences(folder).hiddenColumns("items"))
                                        .containsExactly("consumers.lag"));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "columns");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSelectionStaysWithItsRowWhileRowsMove() {
        show(new Item("a", 1), new Item("b", 2), new Item("c", 3));
        TestWindow.onFx(() -> table().select("b"));
        List<List<Item>> seen = new ArrayList<>();
        TestWindow.onFx(() -> table().selection().subscribe(items -> seen.add(List.copyOf(items))));
        show(new Item("c", 4), new Item("x", 0), new Item("b", 5), new Item("a", 1));
        assertThat(table().selected().getValue()).contains(new Item("b", 5));
        assertThat(seen)
                .as("never empty or another in between")
                .containsExactly(List.of(new Item("b", 2)), List.of(new Item("b", 5)));
    }

    @Test
    void theSelectionGoesWithItsRow() {
        show(new Item("a", 1), new Item("b", 2));
        TestWindow.onFx(() -> table().select("b"));
        show(new Item("a", 1));
        assertThat(table().selected().getValue()).isEmpty();
    }

    @Test
    void whatIsSelectedBeforeItIsThereIsSelectedWhenItComes() {
        TestWindow.onFx(() -> table().select("b"));
        show(new Item("a", 1));
        assertThat(table().selected().getValue()).isEmpty();
        show(new Item("a", 1), new Item("b", 2));
        assertThat(table().selected().getValue()).contains(new Item("b", 2));
    }

    @Test
    void severalStaySelectedWhileRowsMove() {
        TestWindow.onFx(table()::multiple);
        show(new Item("a", 1), new Item("b", 2), new Item("c", 3));
        TestWindow.onFx(table()::requestFocus);
        TableView<?> view = (TableView<?>) table().lookup(".table-view");
        TestWindow.onFx(() -> view.getSelectionModel().selectIndices(0, 2));
        show(new Item("c", 3), new Item("b", 2), new Item("a", 1));
        assertThat(table().selection().get())
                .extracting(Item::name)
                .containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void theOrderIsKeptWhileFiguresChange(FxRobot robot) {
        TestWindow.onFx(() -> table().sortedBy(lag(), SortType.DESCENDING));
        show(new Item("a", 1), new Item("b", 2), new Item("c", 3));
        assertThat(shown(robot)).containsExactly("c", "b", "a");
        show(new Item("a", 9), new Item("b", 2), new Item("c", 3));
        assertThat(shown(robot)).containsExactly("a", "c", "b");
    }

    @Test
    void theOperatorsOrderCountsAndWithoutOneTheContentsOwn(FxRobot robot) {
        show(new Item("b", 2), new Item("a", 1), new Item("c", 3));
        TableView<Row<Item>> view = robot.lookup(".table-view").queryTableView();
        // What a click on a title does; the headless platform takes every click for a right click.
        var name = view.getColumns().getFirst();
        TestWindow.onFx(() -> view.getSortOrder().setAll(List.of(name)));
        assertThat(shown(robot)).containsExactly("a", "b", "c");
        TestWindow.onFx(() -> name.setSortType(SortType.DESCENDING));
        assertThat(shown(robot)).containsExactly("c", "b", "a");
        TestWindow.onFx(() -> view.getSortOrder().clear());
        assertThat(shown(robot)).containsExactly("b", "a", "c");
    }

    @Test
    void ctrlCCopiesTheSelectedRowsForASpreadsheet(FxRobot robot) {
        show(new Item("a", 1_204), new Item("tab\there", 2));
        robot.clickOn("a");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        List<String> copied = new ArrayList<>();
        TestWindow.onFx(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        assertThat(copied).containsExactly("Group\tLag\na\t1204\n");
        robot.clickOn("tab\there");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        TestWindow.onFx(() -> copied.set(0, Clipboard.getSystemClipboard().getString()));
        assertThat(copied).containsExactly("Group\tLag\ntab here\t2\n");
    }

    @Test
    void theFilterSaysWhenNothingMatches(FxRobot robot) {
        TestWindow.onFx(() -> table().setState(new TableState.Empty("There are no groups.")));
        assertThat(robot.lookup("There are no groups.").tryQuery()).isPresent();
        show(new Item("a", 1));
        TestWindow.onFx(() -> table().filterField().setText("zzz"));
        assertThat(robot.lookup("Nothing matches “zzz”.").tryQuery()).isPresent();
    }

    @Test
    void aHundredThousandRowsAreArrangedElsewhereAndTheLastFilterWins(FxRobot robot) {
        List<Item> many =
                IntStream.range(0, 100_000).mapToObj(i -> new Item("group-" + i, i)).toList();
        TestWindow.onFx(
                () -> {
                    table().setItems(many);
                    table().filterField().setText("99");
                    table().filterField().setText("9999");
                    table().filterField().setText("99999");
                });
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                WaitForAsyncUtils.waitForAsyncFx(
                                        10_000, () -> shown(robot).size() == 1));
        assertThat(shown(robot)).containsExactly("group-99999");
    }

    @Test
    void aRefreshOfFiveThousandRowsNeverHoldsTheWindow() {
        List<Item> content =
                new ArrayList<>(
                        IntStream.range(0, 5_000).mapToObj(i -> new Item("g" + i, i)).toList());
        TestWindow.onFx(() -> table().sortedBy(lag(), SortType.DESCENDING));
        Random random = new Random(5);
        List<Long> tookNanos = Collections.synchronizedList(new ArrayList<>());
        for (int round = 0; round < 15; round++) {
            content.replaceAll(item -> new Item(item.name(), random.nextInt(100_000)));
            List<Item> next = List.copyOf(content);
            TestWindow.onFx(
                    () -> {
                        long start = System.nanoTime();
                        table().setItems(next);
                        table().layout();
                        tookNanos.add(System.nanoTime() - start);
                    });
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(Duration.ofNanos(Collections.min(tookNanos))).isLessThan(Duration.ofMillis(100));
    }
}
