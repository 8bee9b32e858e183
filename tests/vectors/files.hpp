// Every file of vectors, by its name.
#pragma once

#include "vectors/vectors.hpp"

namespace vectors {

// Worked examples of others.
File worked_examples();
// Both sides of every change of a national value that an amount or a bound rests on, at the edges of the income.
File national();
// Every programme: the days around its first and last, every group, and what it stacks on.
File programmes();
// Every province of both lists; each code of the seven that changed meaning, in each list; localities.
File places();
// Terms, first months, due windows, months before 2018, the 120 months and a programme's own limit.
File term_and_months();
// Parts above the contribution: other support first, then the layers from the last, then the central one.
File cuts();
// Years ahead; missing months, in both editions of the support; late make-up.
File ahead();
File missing();
File late();
// The law's refusals, in their order.
File refusals();
// Texts that are no value of their field, refused before anything else is looked at.
File malformed();
// Several texts for one request.
File forms();
// Refunds of the last months of a period.
File refunds();

}  // namespace vectors
