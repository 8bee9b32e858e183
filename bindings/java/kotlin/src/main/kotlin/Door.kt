// A screen at the door of a household, as an Android app keeps one: events change an immutable state, and the state is
// worked out from the inputs alone, off the main thread, by one instance of the law. Run: see bindings/java/README.md.
import ansinh.Ansinh
import ansinh.Language
import ansinh.Outcome
import ansinh.Payment
import java.time.LocalDate

/** What was put in. */
data class Inputs(
    val paidOn: LocalDate,
    val income: Long,
    val months: Int = 1,
    val groups: Set<String> = emptySet(),
    val province: String = "",
)

/** What is shown. */
sealed interface Screen {
    data class Price(val share: Long, val state: Long, val place: Long, val toSay: Set<String>) : Screen
    data class Mend(val field: String, val message: String) : Screen
}

class ContributionModel(private val law: Ansinh, private val language: Language) {
    fun screen(inputs: Inputs): Screen {
        val payment = Payment.of(inputs.paidOn, inputs.income).withMonths(inputs.months).withGroups(inputs.groups).withProvince(inputs.province)
        return when (val outcome = law.assess(payment, language)) {
            is Outcome.Answer -> with(outcome.value()) { Screen.Price(participantShare(), centralSupport(), localTopUp(), flags()) }
            is Outcome.Refused -> with(outcome.refusal()) { Screen.Mend(parameter(), message()) }
        }
    }
}

fun main() {
    val model = ContributionModel(Ansinh.builtIn(), Language.VI)
    val first = Inputs(paidOn = LocalDate.of(2026, 11, 22), income = 1_500_000, groups = setOf("near_poor"), province = "01")
    val events: List<(Inputs) -> Inputs> = listOf(
        { it },
        { it.copy(income = 2_000_000) },
        { it.copy(months = 12) },
        { it.copy(province = "04") },
        { it.copy(income = 1_400_000) },
    )
    events.runningFold(first) { inputs, event -> event(inputs) }.drop(1).forEach { println(model.screen(it)) }
}
